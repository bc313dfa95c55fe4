import Foundation
import PointsJSON
import PointsRules
import Testing

/// The guide for the program manager, taken apart.
struct Guide {
    /// All of it.
    let text: String

    init(_ text: String) {
        self.text = text
    }

    /// What stands in fences of a kind, each line with its end.
    func blocks(of kind: String) -> [String] {
        text.components(separatedBy: "```\(kind)\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
    }

    /// The texts of the whole files that it shows, by their paths.
    func texts() throws -> [String: String] {
        try blocks(of: "json").reduce(into: [:]) { texts, block in
            let content = try JSON(parsing: block)
            let others = ["tiers", "purposes"].first { content[$0] != nil }
            let name =
                content["id"]?.string
                ?? (others.map { $0 == "tiers" ? $0 : "consents" } ?? "program")
            try #require(texts[name + ".json"] == nil, "\(name) is shown twice")
            texts[name + ".json"] = block
        }
    }

    /// The files that it shows.
    func files() throws -> [RulesetSource.File] {
        try texts().map { RulesetSource.File(path: $0, content: try JSON(parsing: $1)) }
    }

    /// A rule with a part that the guide shows, and with what every rule must have.
    func rule(of part: String) throws -> RulesetSource.File {
        let members = try #require(try JSON(parsing: part).object)
        let isBurn = members["lineLimits"] != nil || members["maxPercentOfOrder"] != nil
        let id = isBurn ? "burn/part" : "earn/part"
        let measure = isBurn ? "redeemable" : "points"
        let sale: JSON = ["channel": "store", "lines": [["amount": 0, "taxRate": 0]]]
        var rule: JSONObject = [
            "id": .string(id), "kind": isBurn ? "burn" : "earn", "title": ["ja": "あ", "en": "a"],
            "effective": ["from": "2026-04-01"],
            "examples": [["name": "n", "given": sale, "expect": .object([measure: 0])]],
        ]
        if !isBurn { rule["award"] = ["type": "fixed", "points": 1] }
        for member in members.members { rule[member.key] = member.value }
        return RulesetSource.File(path: id + ".json", content: .object(rule))
    }
}
