/// What rules may know of a member at the time of a sale.
package struct Standing: Hashable, Sendable {
    /// The rank (会員ランク), if the member has one.
    package internal(set) var tier: String?
    /// The day of joining; `nil` for a sale without a member.
    package let memberSince: CivilDate?

    /// Whether no purchase before it still stands.
    package let isFirstPurchase: Bool
    /// What the rules of the sale asked about the person and what is true, in a fixed order.
    package let traits: [PersonalTrait]

    /// A rank since a day.
    package init(
        tier: String?, memberSince: CivilDate?, isFirstPurchase: Bool = false,
        traits: [PersonalTrait] = []
    ) {
        self.tier = tier
        self.memberSince = memberSince
        self.isFirstPurchase = isFirstPurchase
        self.traits = traits
    }

    /// Nobody is known.
    package static let anonymous = Standing(tier: nil, memberSince: nil)
}
