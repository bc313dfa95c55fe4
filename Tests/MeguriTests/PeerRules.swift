import Foundation
import PointsJSON
import PointsRules

/// The rules under which a case is played: what is not told here is free of limits.
///
/// Unless a case has rules of its own, only lines of the category `earning` earn, so that it can spend points without
/// earning any. Days begin at midnight in Tokyo, as the peers mean their dates.
struct PeerRules {
    /// So much money, tax included, earns a point.
    var yenPerPoint: Int64 = 10
    var redeemed = "keep"
    var expiry: JSON = ["style": "never"]
    var shortfall = "debt"
    /// How long points of the web shop wait after the shipment.
    var afterDays: Int64 = 0
    /// The ranks, if there are any.
    var tiers: JSON?
    /// Rules of the case's own.
    var rules: [PeerRule]?
    var currency = "JPY"
    /// What a point pays for.
    var pointValue: Int64 = 1

    private var program: JSON {
        [
            "program": "peer", "currency": .string(currency), "timeZone": "Asia/Tokyo",
            "businessDayStartsAt": "00:00", "pointValue": .integer(pointValue),
            "identities": ["card": [:]],
            "companies": ["shop": [:]],
            "channels": ["store": ["company": "shop"], "ec": ["company": "shop"]],
            "anonymousSales": false, "expiry": expiry,
            "pending": [
                "ec": ["confirm": "on_confirm", "afterDays": .integer(afterDays), "latestDays": 90]
            ],
            "hold": ["minutes": 30], "shortfall": .string(shortfall),
            "returns": ["redeemed": "keep_on_remaining", "restore": "original_lot"],
            "withdrawal": [
                "pending": "cancel", "holds": "block", "erasePersonalDataAfterDays": 30,
            ],
            "rejoin": [
                "restoreWithinDays": 30, "joiningBonusEveryMonths": 12, "tier": "reset",
                "recogniseForMonths": 24,
            ],
            "provisional": ["earn": true, "redeem": false],
        ]
    }

    /// What applies where the case has no rules of its own.
    private var defaults: [PeerRule] {
        let earning = PeerRule.earning(
            "base", ["type": "rate", "points": 1, "per": .integer(yenPerPoint)])
        return [
            earning.with("lines", ["category": ["earning"]])
                .with("base", ["tax": "included", "redeemed": .string(redeemed)]),
            .redemption(),
        ]
    }

    /// The files, as a reader of rules takes them.
    var source: RulesetSource {
        var files = [RulesetSource.File(path: "program.json", content: program)]
        for rule in rules ?? defaults {
            files.append(RulesetSource.File(path: "\(rule.id).json", content: .object(rule.file)))
        }
        if let tiers { files.append(RulesetSource.File(path: "tiers.json", content: tiers)) }
        return RulesetSource(files: files)
    }

    /// Writes a folder of rules, anew.
    func write(to folder: String) throws {
        let manager = FileManager.default
        for part in ["earn", "burn"] {
            let path = "\(folder)/\(part)"
            if manager.fileExists(atPath: path) { try manager.removeItem(atPath: path) }
            try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
        }
        for file in source.files {
            try Data(file.content.bytes())
                .write(to: URL(fileURLWithPath: "\(folder)/\(file.path)"))
        }
    }

    /// Ranks by money with tax over twelve months.
    static func ranks(
        _ thresholds: [(id: String, from: Int64)], currentOrder: Bool = false
    ) -> JSON {
        [
            "metric": ["of": "spend", "tax": "included"],
            "window": ["style": "rolling", "months": 12], "keep": ["months": 12],
            "currentOrder": .bool(currentOrder), "demotion": "one_step",
            "tiers": .array(
                thresholds.map { tier in
                    [
                        "id": .string(tier.id), "title": ["ja": "会員", "en": "Member"],
                        "from": .integer(tier.from),
                    ]
                }),
            "examples": [
                [
                    "name": "nothing", "expect": ["tier": .string(thresholds[0].id)],
                    "given": [
                        "purchases": [["on": "2026-01-01", "amount": 0, "taxRate": 0]],
                        "on": "2026-01-01",
                    ],
                ]
            ],
        ]
    }
}
