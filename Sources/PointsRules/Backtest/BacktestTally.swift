package import PointsCore

/// Adds up what a draft and the active rules make of the sales and activities of a period.
///
/// What it holds does not grow with the sales, but with the members who bought or did something: some 60 bytes each.
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
    private var activities = BacktestActivities()

    /// Nothing yet.
    ///
    /// - Parameters:
    ///   - days: The period.
    ///   - draft: The rules that are rehearsed.
    ///   - against: The one set that they are held against; `nil` for those by which each was judged.
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

    /// Takes in what was judged next.
    package mutating func add(_ judged: Rehearsed) {
        switch judged {
        case .sale(let sale): add(sale)
        case .activity(let activity):
            activities.add(activity)
            members[activity.member, default: .init()].add(activity.active, activity.draft)
        }
    }

    private mutating func add(_ sale: RehearsedSale) {
        seen.add(sale)
        total.add(sale)
        sets[against?.hash ?? sale.rules, default: 0] += 1
        months[sale.day.firstOfMonth, default: BacktestRow()].add(sale)
        channels[sale.channel, default: BacktestRow()].add(sale)
        tiers[sale.tier, default: BacktestRow()].add(sale)
        BacktestRuleRow.add(sale.active, sale.draft, to: &rules)
        if let member = sale.member {
            members[member, default: .init()].add(sale.active, sale.draft)
        }
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
        func named(_ rules: [String: BacktestRuleRow]) -> [BacktestReport.NamedRule] {
            rules.sorted { $0.key < $1.key }
                .map {
                    .init(
                        id: $0.key, title: draft.ruleset.titles[$0.key] ?? titles[$0.key],
                        row: $0.value)
                }
        }
        return BacktestReport(
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
            rules: named(rules),
            members: BacktestMembers(members, top: top), bands: bands, bookings: bookings,
            redemption: redemption, activities: activities,
            activityRules: named(activities.rules))
    }
}
