/// What rules may know of a member at the time of a sale.
package struct Standing: Hashable, Sendable {
    /// The rank (会員ランク), if the member has one.
    package internal(set) var tier: String?
    /// The day of joining; `nil` for a sale without a member.
    package let memberSince: CivilDate?

    /// A rank since a day.
    package init(tier: String?, memberSince: CivilDate?) {
        self.tier = tier
        self.memberSince = memberSince
    }

    /// Nobody is known.
    package static let anonymous = Standing(tier: nil, memberSince: nil)
}
