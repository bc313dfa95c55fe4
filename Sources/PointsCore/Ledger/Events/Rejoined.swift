/// A person who had left is a member again.
package struct Rejoined: Hashable, Sendable {
    /// The business day on which the new period begins.
    package let on: CivilDate
    /// Forfeited points that came back.
    package let restored: Int64
    /// Whether the rank of the period before goes on.
    package let keepsTier: Bool
    /// What joining gave again; `nil` where no rule gives anything, or not again so soon.
    package let bonus: JoiningBonus?
    /// When somebody known by one of the identities was last given something for joining, if that is known.
    package let bonusBefore: CivilDate?

    /// A new period from a day.
    package init(
        on: CivilDate, restored: Int64, keepsTier: Bool = false, bonus: JoiningBonus? = nil,
        bonusBefore: CivilDate? = nil
    ) {
        self.on = on
        self.restored = restored
        self.keepsTier = keepsTier
        self.bonus = bonus
        self.bonusBefore = bonusBefore
    }

    /// When the person was last given something for joining, as far as it tells.
    var bonusOn: CivilDate? { bonus == nil ? bonusBefore : on }
}

// MARK: - Canonical bytes

extension Rejoined {
    func write(to writer: inout RecordWriter) {
        writer.date(on)
        writer.number(restored)
        writer.flag(keepsTier)
        writer.optional(bonus) { $1.write(to: &$0) }
        writer.optional(bonusBefore) { $0.date($1) }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            on: try reader.date(), restored: try reader.number(), keepsTier: try reader.flag(),
            bonus: try reader.optional { reader throws(LedgerFault) in
                try JoiningBonus(from: &reader)
            },
            bonusBefore: try reader.optional { reader throws(LedgerFault) in try reader.date() })
    }
}
