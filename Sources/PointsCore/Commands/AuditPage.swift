/// `audit.list`: a page of who looked at whom, newest first.
package struct AuditPage: Hashable, Sendable {
    /// Only looks at this member.
    package let member: MemberReference?
    /// Only looks of this actor.
    package let actor: String?
    /// Only looks at this moment or later.
    package let from: Instant?
    /// Only looks before this moment.
    package let to: Instant?
    /// The most looks, 1–500.
    package let limit: Int
    /// Begin with this look, by its number; `nil` for the newest.
    package let start: Int64?

    /// A page.
    package init(
        member: MemberReference? = nil, actor: String? = nil, from: Instant? = nil,
        to: Instant? = nil, limit: Int, start: Int64? = nil
    ) {
        self.member = member
        self.actor = actor
        self.from = from
        self.to = to
        self.limit = limit
        self.start = start
    }
}
