package import PointsCore

/// A member's row: the whole state, and in columns before it when time next brings something about.
package struct MemberRow: Hashable, Sendable {
    /// The member's row number.
    package let number: Int64
    /// The state's canonical bytes.
    package let body: [UInt8]

    /// ``MemberDue`` as numbers: two days, and two moments in milliseconds.
    let lotsEndOn: Int64?
    let settlesAt: Int64?
    let leftAt: Int64?
    let tierEndsOn: Int64?

    /// The row of a member.
    package init(_ member: Member) {
        let due = MemberDue(member)
        number = member.id.number
        body = member.record()
        lotsEndOn = due.lotsEndOn.map { Int64($0.dayNumber) }
        settlesAt = due.settlesAt?.milliseconds
        leftAt = due.leftAt?.milliseconds
        tierEndsOn = due.tierEndsOn.map { Int64($0.dayNumber) }
    }

    /// The row that a statement stands on: number, the four of ``MemberDue``, state.
    init(_ row: Statement) {
        number = row.integer(0)
        lotsEndOn = row.optionalInteger(1)
        settlesAt = row.optionalInteger(2)
        leftAt = row.optionalInteger(3)
        tierEndsOn = row.optionalInteger(4)
        body = row.bytes(5)
    }
}
