/// How a request names a member.
package enum MemberReference: Hashable, Sendable {
    /// By id.
    case id(MemberID)
    /// By what a channel calls the person; the value as it came.
    case identity(kind: String, value: String)
}
