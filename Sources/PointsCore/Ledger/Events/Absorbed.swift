/// Another member became part of this one.
package struct Absorbed: Hashable, Sendable {
    /// Who.
    package let member: MemberID
    /// Where they stood.
    package let status: MemberStatus
    /// The day of joining from then on: the earlier of the two.
    package let joinedOn: CivilDate
    /// What they bring besides the points in the postings.
    package let estate: Estate
    /// The rank from then on; `nil` for the lowest, as long as no other was reached.
    package let standing: TierStanding?
    /// Whether it is a step on the way to what answers the command: a visitor who logs in.
    package let isStep: Bool

    /// Somebody coming in.
    package init(
        member: MemberID, status: MemberStatus, joinedOn: CivilDate, estate: Estate,
        standing: TierStanding?, isStep: Bool = false
    ) {
        self.member = member
        self.status = status
        self.joinedOn = joinedOn
        self.estate = estate
        self.standing = standing
        self.isStep = isStep
    }
}

// MARK: - Canonical bytes

extension Absorbed {
    func write(to writer: inout RecordWriter) {
        writer.number(member.number)
        writer.bits(member.token)
        writer.text(status.rawValue)
        writer.date(joinedOn)
        estate.write(to: &writer)
        writer.optional(standing) { $1.write(to: &$0) }
        writer.flag(isStep)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            member: MemberID(number: try reader.number(), token: try reader.bits()),
            status: try reader.named(MemberStatus.self), joinedOn: try reader.date(),
            estate: try Estate(from: &reader),
            standing: try reader.optional { reader throws(LedgerFault) in
                try TierStanding(from: &reader)
            }, isStep: try reader.flag())
    }
}
