/// What joining, registering or coming back gave: the activity `join` of the rules.
package struct JoiningBonus: Hashable, Sendable {
    /// What was given, on which terms.
    package let lots: [Lot]
    /// What each rule gave, and why.
    package let awards: [RuleAward]
    /// What it used of caps, and what was left of them for it.
    package let capUses: [CapUse]

    /// A bonus by rules.
    package init(lots: [Lot], awards: [RuleAward], capUses: [CapUse] = []) {
        self.lots = lots
        self.awards = awards
        self.capUses = capUses
    }

    /// The name by which rules know joining among activities.
    package static let activity = "join"
}

// MARK: - Canonical bytes

extension JoiningBonus {
    func write(to writer: inout RecordWriter) {
        writer.list(lots) { $1.write(to: &$0) }
        writer.list(awards) { $1.write(to: &$0) }
        writer.list(capUses) { $1.write(to: &$0) }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            lots: try reader.list { reader throws(LedgerFault) in try Lot(from: &reader) },
            awards: try reader.list { reader throws(LedgerFault) in
                try RuleAward(from: &reader)
            },
            capUses: try reader.list { reader throws(LedgerFault) in try CapUse(from: &reader) })
    }
}
