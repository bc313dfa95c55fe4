import Testing

@testable import PointsCore

/// What the next program may change, and what it must keep.
struct ProgramSuccessionTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let problems: [String]
        let change: @Sendable (inout Program) -> Void

        init(
            _ name: String, _ problems: [String],
            _ change: @escaping @Sendable (inout Program) -> Void
        ) {
            (testDescription, self.problems, self.change) = (name, problems, change)
        }
    }

    private static let former = Programs.rules {
        $0.identityKinds["card"] = IdentityKind(name: "card")
        $0.identityKinds["email"] = IdentityKind(name: "email", normalisation: .email)
    }.program

    @Test(arguments: [
        Row("nothing", []) { _ in },
        Row("currency", ["/currency: found USD, expected JPY: the books are kept in it"]) {
            $0.currency = "USD"
        },
        Row("point value", ["/pointValue: found 2, expected 1: the books are kept in it"]) {
            $0.pointValue = 2
        },
        Row("zone", ["/timeZone: found UTC, expected Asia/Tokyo: the books are kept in it"]) {
            $0.calendar = BusinessCalendar(
                zone: TimeZoneTable(
                    name: "UTC", changes: [.init(from: .distantPast, offsetSeconds: 0)]),
                startMinutes: 300)
        },
        Row(
            "a company less",
            ["/companies: \"ec-co\" is gone; it must stay, because it may have issued points"]
        ) {
            $0.companies = ["store-co"]
        },
        Row(
            "a channel less",
            [
                "/channels: \"slow\" is gone; it must stay, because its orders are confirmed and returned under this name"
            ]
        ) { $0.channels["slow"] = nil },
        Row(
            "an identity less",
            ["/identities: \"card\" is gone; it must stay, because members may be known by it"]
        ) {
            $0.identityKinds["card"] = nil
        },
        Row(
            "another form of values",
            [
                "/identities/email/normalise: found plain, expected email: values are kept in this form"
            ]
        ) { $0.identityKinds["email"] = IdentityKind(name: "email") },
        Row(
            "several things",
            [
                "/currency: found USD, expected JPY: the books are kept in it",
                "/pointValue: found 2, expected 1: the books are kept in it",
            ]
        ) { ($0.currency, $0.pointValue) = ("USD", 2) },
        Row("more of everything", []) {
            $0.companies.insert("new-co")
            $0.channels["kiosk"] = Channel(name: "kiosk", company: "new-co", pending: .atOnce)
            $0.identityKinds["app"] = IdentityKind(name: "app")
        },
        Row("settings that judge what is to come", []) {
            $0.calendar = BusinessCalendar(zone: .tokyo, startMinutes: 0)
            ($0.shortfall, $0.holdMinutes, $0.validity) = (.forgive, 5, .unlimited)
            $0.identityKinds["card"] = IdentityKind(name: "card", pattern: "[0-9]+")
        },
    ])
    func `the books go on`(_ row: Row) {
        var program = Self.former
        row.change(&program)
        let problems = program.problems(following: Self.former)
        #expect(problems.map { "\($0.pointer): \($0.problem)" } == row.problems)
        #expect(problems.allSatisfy { $0.file == "program.json" })
    }

    @Test(arguments: [
        (["regular", "silver"], [], ["regular", "silver"], []),
        (["regular", "best"], ["silver"], ["regular", "silver", "gold"], ["gold"]),
        (["regular", "best"], ["silver", "gold"], ["regular", "silver", "gold"], []),
        (["basic", "best"], ["silver"], ["regular", "silver"], ["regular"]),
    ])
    func `a rank that members may hold stays or is replaced`(
        _ ids: [String], _ replaced: [String], _ former: [String], _ gone: [String]
    ) {
        func rules(_ ids: [String], _ replaced: [String] = []) -> Ruleset {
            let tiers = ids.enumerated().map { place, id in
                TierPolicy.Tier(
                    id: id, title: Caption(ja: id, en: id), from: Int64(place) * 1_000,
                    replaces: place == 1 ? replaced : [])
            }
            let policy = TierPolicy(
                metric: .visits, window: .rolling(months: 1), keepMonths: 1, demotion: .oneStep,
                tiers: tiers)
            return Ruleset(
                hash: [], program: Programs.program, earnRules: [], burnRules: [], tiers: policy)
        }
        let (old, new) = (rules(former), rules(ids, replaced))
        let problems = new.problems(following: old)
        #expect(
            problems.map { $0.problem.prefix(while: { $0 != " " }) } == gone.map { "\"\($0)\"" })
        #expect(problems.allSatisfy { $0.file == "tiers.json" && $0.pointer == "/tiers" })
        // Ranks may end all together, and begin.
        let without = Ruleset(hash: [], program: Programs.program, earnRules: [], burnRules: [])
        #expect(without.problems(following: old) == [] && old.problems(following: without) == [])
    }
}
