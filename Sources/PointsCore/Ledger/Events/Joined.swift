/// A person became a member, or a card or a browser was seen for the first time.
package struct Joined: Hashable, Sendable {
    /// The id that was given.
    package let id: MemberID
    /// Where the member stands from then on: active, provisional or a visitor.
    package let status: MemberStatus
    /// The business day of joining.
    package let on: CivilDate
    /// What joining gave; `nil` where no rule gives anything, or not again so soon.
    package let bonus: JoiningBonus?
    /// When the same person was last given something for joining, under whatever id, if that is known.
    package let bonusBefore: CivilDate?
    /// Whether it is a step on the way to what answers the command: a card that joins by its first sale.
    package let isStep: Bool

    /// Joining on a day.
    package init(
        id: MemberID, as status: MemberStatus = .active, on: CivilDate,
        bonus: JoiningBonus? = nil, bonusBefore: CivilDate? = nil, isStep: Bool = false
    ) {
        self.id = id
        self.status = status
        self.on = on
        self.bonus = bonus
        self.bonusBefore = bonusBefore
        self.isStep = isStep
    }

    /// When the person was last given something for joining.
    package var bonusOn: CivilDate? { bonus == nil ? bonusBefore : on }
}

// MARK: - Canonical bytes

extension Joined {
    func write(to writer: inout RecordWriter) {
        writer.number(id.number)
        writer.bits(id.token)
        writer.text(status.rawValue)
        writer.date(on)
        writer.optional(bonus) { $1.write(to: &$0) }
        writer.optional(bonusBefore) { $0.date($1) }
        writer.flag(isStep)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            id: MemberID(number: try reader.number(), token: try reader.bits()),
            as: try reader.named(MemberStatus.self), on: try reader.date(),
            bonus: try reader.optional { reader throws(LedgerFault) in
                try JoiningBonus(from: &reader)
            },
            bonusBefore: try reader.optional { reader throws(LedgerFault) in try reader.date() },
            isStep: try reader.flag())
    }
}
