package import PointsCore

/// Adds up what a draft and the active rules make of the sales of a period.
///
/// What it holds does not grow with the sales, but with the members who bought: some 60 bytes each.
package struct BacktestTally: Sendable {
    private let days: ClosedRange<CivilDate>
    private let draft: CheckedRules
    private let against: Ruleset?
    private let top: Int

    private var seen = BacktestSeen()
    private var total = BacktestRow()
    private var sets: [[UInt8]: Int64] = [:]
    private var months: [CivilDate: BacktestRow] = [:]
    private var channels: [String: BacktestRow] = [:]
    private var tiers: [String?: BacktestRow] = [:]
    private var rules: [String: BacktestRuleRow] = [:]
    private var members: [MemberID: BacktestMembers.Sum] = [:]
    private var bands = BacktestBand.none
    private var bookings = BacktestBookings()
    private var redemption = BacktestRedemption()

    /// Nothing yet.
    ///
    /// - Parameters:
    ///   - days: The period.
    ///   - draft: The rules that are rehearsed.
    ///   - against: The one set that they are held against; `nil` for those by which each sale was judged.
    ///   - top: How many of the members who gain and lose most are named.
    package init(
        days: ClosedRange<CivilDate>, draft: CheckedRules, against: Ruleset? = nil,
        top: Int = RulesLimits.backtestTopDefault
    ) {
        self.days = days
        self.draft = draft
        self.against = against
        self.top = top
    }

    /// Takes in a sale.
    package mutating func add(_ sale: RehearsedSale) {
        seen.add(sale)
        total.add(sale)
        sets[against?.hash ?? sale.rules, default: 0] += 1
        months[sale.day.firstOfMonth, default: BacktestRow()].add(sale)
        channels[sale.channel, default: BacktestRow()].add(sale)
        tiers[sale.tier, default: BacktestRow()].add(sale)
        for award in sale.active.awards {
            rules[award.rule, default: BacktestRuleRow()].active
                .add(award.points, worth: sale.active.pointValue)
        }
        for award in sale.draft.awards {
            rules[award.rule, default: BacktestRuleRow()].draft
                .add(award.points, worth: sale.draft.pointValue)
        }
        if let member = sale.member { members[member, default: .init()].add(sale) }
        let band = bands.firstIndex { $0.contains(sale.difference) }
        if let band { bands[band].add(sale) }
        bookings.add(sale)
        redemption.add(sale)
    }

    /// What it comes to.
    ///
    /// - Parameter titles: What the active rules are called, by their ids.
    /// - Returns: The report.
    package func report(titles: [String: Caption] = [:]) -> BacktestReport {
        BacktestReport(
            program: draft.ruleset.program.name, currency: draft.ruleset.program.currency,
            days: days, draft: draft.ruleset.hash,
            sets: sets.sorted { $0.key.lexicographicallyPrecedes($1.key) }
                .map { BacktestReport.RuleSet(hash: $0.key, sales: $0.value) },
            isAgainstOneSet: against != nil, seen: seen, total: total,
            months: months.sorted { $0.key < $1.key }
                .map { .init(name: String($0.key.description.prefix(7)), row: $0.value) },
            channels: channels.sorted { $0.key < $1.key }
                .map { .init(name: $0.key, row: $0.value) },
            tiers: tiers.sorted { ($0.key ?? "") < ($1.key ?? "") }
                .map { .init(name: $0.key, row: $0.value) },
            rules: rules.sorted { $0.key < $1.key }
                .map {
                    .init(
                        id: $0.key, title: draft.ruleset.titles[$0.key] ?? titles[$0.key],
                        row: $0.value)
                },
            members: BacktestMembers(members, top: top), bands: bands, bookings: bookings,
            redemption: redemption)
    }
}
