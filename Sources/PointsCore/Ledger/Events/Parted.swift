/// Two members who were one come apart again: from the one who goes, and from the one who stays.
package struct Parted: Hashable, Sendable {
    /// The other of the two.
    package let other: MemberID
    /// Where the member stands from then on.
    package let status: MemberStatus
    /// The member's day of joining from then on.
    package let joinedOn: CivilDate
    /// What they take along besides the points in the postings.
    package let estate: Estate

    /// Coming apart.
    package init(
        other: MemberID, status: MemberStatus, joinedOn: CivilDate, estate: Estate
    ) {
        self.other = other
        self.status = status
        self.joinedOn = joinedOn
        self.estate = estate
    }
}

// MARK: - Canonical bytes

extension Parted {
    func write(to writer: inout RecordWriter) {
        writer.number(other.number)
        writer.bits(other.token)
        writer.text(status.rawValue)
        writer.date(joinedOn)
        estate.write(to: &writer)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            other: MemberID(number: try reader.number(), token: try reader.bits()),
            status: try reader.named(MemberStatus.self), joinedOn: try reader.date(),
            estate: try Estate(from: &reader))
    }
}
