import PointsJSON
import Testing

// MARK: - Rules beside each other

extension PeerRuleTests {
    static let stacking: [String: Scenario] = [
        "PC132": stack, "PC133": stack, "PC136": stack, "PC137": stack, "PC138": stack,
        "PC165": earnByLabel, "PC167": earnByLabel, "PC168": earnByLabel, "PC169": earnByLabel,
        "PC170": earnByLabel, "PC175": earnByLabel, "PC176": earnByLabel, "PC177": earnByLabel,
        "PC179": earnByLabel, "PC181": earnByLabel,
        "PC234": replaceBase, "PC281": multiply, "PC283": add,
    ]

    private static func rules(_ peer: PeerCase) throws -> [JSON] {
        try #require(peer.given["rules"]?.array)
    }

    /// Rules add up, or where one tolerates no other, the first counts.
    ///
    /// Who comes first has the greatest number there and the lowest here. A rule that is switched off has no file.
    static func stack(_ peer: PeerCase) throws {
        let given = try rules(peer)
        let isExclusive = given.contains { $0["stackable"] == false }
        var files: [PeerRule] = []
        for (place, rule) in given.enumerated() where rule["enabled"] != false {
            var file: PeerRule
            if let points = rule["fixed"]?.exactInteger {
                file = .fixed("\(place)", points)
            } else if let factor = rule["multiplier"] {
                file = .multiplier("\(place)", by: factor, of: files)
                    .rounded(try peer.givenText("rounding"))
            } else {
                file = .rate(
                    "\(place)", try #require(rule["points"]?.exactInteger),
                    per: try #require(rule["per_minor"]?.exactInteger))
            }
            if let day = rule["starts"] { file = file.with("effective", ["from": day]) }
            if isExclusive {
                let priority = rule["priority"]?.exactInteger ?? 0
                file = file.competing(in: "all", pick: "first", priority: -priority)
            }
            files.append(file)
        }
        var sale = PeerSale(
            rules: files, lines: [PeerSale.line(peer.given["basis_minor"]?.exactInteger ?? 100)],
            currency: "USD")
        if let now = peer.given["now"]?.string { sale.day = now }
        #expect(try sale.earned() == peer.then("earned"))
    }

    /// Rates for lines with labels, in cents; a line's label is its category.
    static func earnByLabel(_ peer: PeerCase) throws {
        let given = try rules(peer)
        let factors = given.compactMap { $0["multiply_label"]?.object }.first ?? [:]
        let stop = given.firstIndex { $0["stop"] == true }
        var files: [PeerRule] = []
        for (place, rule) in given.enumerated() {
            if let points = rule["fixed"]?.exactInteger {
                files.append(.fixed("\(place)", points))
            } else if let points = rule["points_per_unit"]?.exactInteger {
                let rates = try rates(points, of: rule, named: "\(place)", multiplied: factors)
                // Of a rule that ends the list and those after it the first counts.
                let isStopped = stop.map { place >= $0 } ?? false
                files += rates.map {
                    isStopped
                        ? $0.competing(in: "stop", pick: "first", priority: Int64(place))
                        : $0.competing(in: "\(place)")
                }
            }
        }
        let lines = try #require(peer.given["lines"]?.array).map { line in
            PeerSale.line(
                try #require(line["amount"]?.exactInteger) * 100,
                category: try #require(line["label"]?.string), sku: line["sku"]?.string)
        }
        #expect(
            try PeerSale(rules: files, lines: lines, currency: "USD").earned()
                == peer.then("earned"))
    }

    /// A rate, and closer ones for lines with a multiple of it; lines that are multiplied by zero are left out.
    private static func rates(
        _ points: Int64, of rule: JSON, named name: String, multiplied factors: JSONObject
    ) throws -> [PeerRule] {
        var general = PeerRule.rate(name, points, per: 100)
        var excluded = rule["exclude_label"]?.array ?? []
        if rule["exclude_delivery"] == true { excluded.append("delivery") }
        excluded += factors.members.filter { $0.value == 0 }.map { .string($0.key) }
        if let included = rule["include_label"] {
            general = general.with("lines", ["category": included])
        } else if !excluded.isEmpty {
            general = general.with("lines", ["not": ["category": .array(excluded)]])
        }
        if let least = rule["min_order"]?.exactInteger {
            general = general.with("when", ["orderTotal": ["min": .integer(least * 100)]])
        }
        return try [general]
            + factors.members.filter { $0.value != 0 }.map { label in
                let factor = try #require(label.value.exactInteger)
                return PeerRule.rate("\(name)-\(label.key)", points * factor, per: 100)
                    .with("lines", ["category": [.string(label.key)]])
            }
    }

    /// A campaign takes the place of the base, although that gives more; where the best counts, it does not.
    static func replaceBase(_ peer: PeerCase) throws {
        let line = try #require(peer.given["lines"]?.array?.first?["amount"]?.exactInteger)
        let base = PeerRule.percent("base", try peer.given("base_percent"))
        let campaign = PeerRule.fixed(
            "campaign", try #require(peer.given["promotion"]?["fixed"]?.exactInteger))
        func earned(pick: String) throws -> Int64 {
            try PeerSale(
                rules: [
                    base.competing(in: "base", pick: pick, priority: 1),
                    campaign.competing(in: "base", pick: pick),
                ],
                lines: [PeerSale.line(line)]
            ).earned()
        }
        #expect(try earned(pick: "first") == peer.then("earned"))
        #expect(try earned(pick: "best") == line * peer.given("base_percent") / 100)
    }

    static func multiply(_ peer: PeerCase) throws {
        let base = PeerRule.fixed("base", try peer.given("base_points"))
        let factor = try #require(peer.given["multiplier"])
        let sale = PeerSale(
            rules: [base, .multiplier("campaign", by: factor, of: [base])],
            lines: [PeerSale.line(100)])
        #expect(try sale.earned() == peer.then("earned"))
    }

    static func add(_ peer: PeerCase) throws {
        let sale = PeerSale(
            rules: [
                .fixed("base", try peer.given("base_points")),
                .fixed("campaign", try peer.given("addition")),
            ],
            lines: [PeerSale.line(100)])
        #expect(try sale.earned() == peer.then("earned"))
    }
}
