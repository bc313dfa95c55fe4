/// `hold.place`: points set aside for an order.
package struct PlaceHold: Hashable, Sendable {
    /// Whose.
    package let member: MemberReference
    /// How many, above zero.
    package let points: Int64
    /// For which order, if told.
    package let order: String?
    /// Until when; `nil` for the program's minutes.
    package let expiresAt: Instant?

    /// Points to set aside.
    package init(member: MemberReference, points: Int64, order: String?, expiresAt: Instant?) {
        self.member = member
        self.points = points
        self.order = order
        self.expiresAt = expiresAt
    }
}
