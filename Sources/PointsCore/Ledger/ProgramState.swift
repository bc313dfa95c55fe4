/// What the engine must know of the program itself, as a fold over all entries.
package struct ProgramState: Hashable, Sendable {
    /// Members so far; the next one gets the number after it.
    package private(set) var memberCount: Int64 = 0
    /// The chain of the program's own entries and of anonymous sales.
    package private(set) var head: ChainHead = .start
    /// The first business day on which anything was booked.
    package private(set) var firstDay: CivilDate?
    /// The last business day that was closed.
    package private(set) var closedThrough: CivilDate?
    /// The sets of rules that came or will come into force.
    package private(set) var rules = RulesTimeline()
    /// What rules with the budget of a campaign have given.
    package private(set) var budgets = CapBudgets()
    /// The versions of policies that were published, in the order of the journal.
    package private(set) var policies: [PublishedPolicy] = []

    /// A program of which nothing is written yet.
    package init() {}

    /// The first business day that is open; `nil` as long as none was closed.
    package var openDay: CivilDate? { closedThrough?.adding(days: 1) }

    /// Every activation of rules, in the order of the journal.
    package var activations: [RulesTimeline.Activation] { rules.activations }

    /// The set of rules that an entry activated.
    package func activation(by entry: JournalPosition) -> RulesTimeline.Activation? {
        activations.first { $0.position == entry }
    }

    /// The rules in force at a moment.
    package func activation(at instant: Instant) -> RulesTimeline.Activation? {
        rules.activation(at: instant)
    }

    /// Carries out an entry of any member, or of the program.
    ///
    /// - Throws: ``LedgerFault/chainBroken(expected:found:)`` for one of the program's own that follows another than its last.
    package mutating func apply(_ entry: Entry, hash: [UInt8]) throws(LedgerFault) {
        if entry.member == Entry.programMember {
            guard entry.previous == head.position else {
                throw .chainBroken(expected: head.position, found: entry.previous)
            }
            try entry.checkBalance()
            head = ChainHead(position: entry.position, hash: hash)
        }
        if let joined = entry.event.joined { memberCount = max(memberCount, joined.id.number) }
        switch entry.event {
        case .dayClosed(let closed): closedThrough = max(closedThrough ?? closed.day, closed.day)
        case .rulesActivated(let activated):
            rules.add(
                RulesTimeline.Activation(
                    position: entry.position, hash: activated.hash,
                    effectiveFrom: activated.effectiveFrom))
        case .policyPublished(let policy):
            policies.append(PublishedPolicy(position: entry.position, policy: policy))
        default: break
        }
        for use in entry.event.capUses { budgets.add(use) }
        let day = entry.cause.businessDay
        firstDay = min(firstDay ?? day, day)
    }

    /// A projection row.
    package func record() -> [UInt8] {
        var writer = RecordWriter()
        writer.number(memberCount)
        writer.position(head.position)
        writer.raw(head.hash)
        writer.optional(firstDay) { $0.date($1) }
        writer.optional(closedThrough) { $0.date($1) }
        writer.list(activations) {
            $0.position($1.position)
            $0.raw($1.hash)
            $0.instant($1.effectiveFrom)
        }
        budgets.write(to: &writer)
        writer.list(policies) { $1.write(to: &$0) }
        return writer.bytes()
    }

    /// Reads what ``record()`` wrote.
    package init(record: [UInt8]) throws(LedgerFault) {
        var reader = try RecordReader(record)
        memberCount = try reader.number()
        head = ChainHead(position: try reader.position(), hash: try reader.raw())
        firstDay = try reader.optional { reader throws(LedgerFault) in try reader.date() }
        closedThrough = try reader.optional { reader throws(LedgerFault) in try reader.date() }
        rules = RulesTimeline(
            try reader.list { reader throws(LedgerFault) in
                RulesTimeline.Activation(
                    position: try reader.position(), hash: try reader.raw(),
                    effectiveFrom: try reader.instant())
            })
        budgets = try CapBudgets(from: &reader)
        policies = try reader.list { reader throws(LedgerFault) in
            try PublishedPolicy(from: &reader)
        }
        try reader.finish()
    }
}
