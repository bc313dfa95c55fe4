/// A person became a member.
package struct Joined: Hashable, Sendable {
    /// The id that was given.
    package let id: MemberID
    /// Whether nobody has registered yet: a card was handed out.
    package let isProvisional: Bool
    /// The business day of joining.
    package let on: CivilDate

    /// Joining on a day.
    package init(id: MemberID, isProvisional: Bool, on: CivilDate) {
        self.id = id
        self.isProvisional = isProvisional
        self.on = on
    }
}
