import Foundation
import PointsJSON

/// The rules under which a case is played: what is not told here is free of limits.
///
/// Only lines of the category `earning` earn, so that a case can spend points without earning any. Days begin at
/// midnight in Tokyo, as the peers mean their dates.
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

    private var program: JSON {
        [
            "program": "peer", "currency": "JPY", "timeZone": "Asia/Tokyo",
            "businessDayStartsAt": "00:00", "pointValue": 1, "identities": ["card": [:]],
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

    private var earning: JSON {
        [
            "id": "earn/base", "kind": "earn", "title": ["ja": "基本", "en": "Base"],
            "effective": ["from": "2020-01-01"], "lines": ["category": ["earning"]],
            "award": ["type": "rate", "points": 1, "per": .integer(yenPerPoint)],
            "base": ["tax": "included", "redeemed": .string(redeemed)],
            "rounding": ["stage": "order", "mode": "floor"],
            "examples": [
                [
                    "name": "a point", "expect": ["points": 1],
                    "given": [
                        "channel": "store",
                        "lines": [
                            [
                                "amount": .integer(yenPerPoint), "taxRate": 10,
                                "category": "earning",
                            ]
                        ],
                    ],
                ]
            ],
        ]
    }

    private static let redemption: JSON = [
        "id": "burn/base", "kind": "burn", "title": ["ja": "全額", "en": "Everything"],
        "effective": ["from": "2020-01-01"], "min": 1, "unit": 1, "maxPercentOfOrder": 100,
        "examples": [
            [
                "name": "all", "expect": ["redeemable": 100],
                "given": ["channel": "store", "lines": [["amount": 100, "taxRate": 10]]],
            ]
        ],
    ]

    /// Writes a folder of rules.
    func write(to folder: String) throws {
        let manager = FileManager.default
        for part in ["earn", "burn"] {
            try manager.createDirectory(
                atPath: "\(folder)/\(part)", withIntermediateDirectories: true)
        }
        var files = [
            ("program", program), ("earn/base", earning), ("burn/base", Self.redemption),
        ]
        if let tiers { files.append(("tiers", tiers)) }
        for (name, file) in files {
            try Data(file.bytes()).write(to: URL(fileURLWithPath: "\(folder)/\(name).json"))
        }
    }
}
