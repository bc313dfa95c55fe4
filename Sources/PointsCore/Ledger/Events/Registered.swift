/// Somebody put a name to a card that was handed out.
package struct Registered: Hashable, Sendable {
    /// The business day on which the membership begins.
    package let on: CivilDate
    /// What joining gave; `nil` where no rule gives anything, or not again so soon.
    package let bonus: JoiningBonus?
    /// When the same person was last given something for joining, under whatever id, if that is known.
    package let bonusBefore: CivilDate?

    /// Registering on a day.
    package init(on: CivilDate, bonus: JoiningBonus? = nil, bonusBefore: CivilDate? = nil) {
        self.on = on
        self.bonus = bonus
        self.bonusBefore = bonusBefore
    }

    /// When the person was last given something for joining, as far as it tells.
    var bonusOn: CivilDate? { bonus == nil ? bonusBefore : on }
}

// MARK: - Canonical bytes

extension Registered {
    func write(to writer: inout RecordWriter) {
        writer.date(on)
        writer.optional(bonus) { $1.write(to: &$0) }
        writer.optional(bonusBefore) { $0.date($1) }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            on: try reader.date(),
            bonus: try reader.optional { reader throws(LedgerFault) in
                try JoiningBonus(from: &reader)
            },
            bonusBefore: try reader.optional { reader throws(LedgerFault) in try reader.date() })
    }
}
