/// What rules may know of a member at the time of a sale.
package struct Standing: Hashable, Sendable {
    /// Whether it is a member, or only a card, or somebody who had left when the sale came in; `nil` for a sale to nobody.
    package let status: MemberStatus?
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
        _ status: MemberStatus? = .active, tier: String?, memberSince: CivilDate?,
        isFirstPurchase: Bool = false,
        traits: [PersonalTrait] = []
    ) {
        self.status = status
        self.tier = tier
        self.memberSince = memberSince
        self.isFirstPurchase = isFirstPurchase
        self.traits = traits
    }

    /// Nobody is known.
    package static let anonymous = Standing(nil, tier: nil, memberSince: nil)

    /// Whether a sale to them earns.
    package func mayEarn(under policy: LifecyclePolicy) -> Bool {
        status?.mayEarn(under: policy) ?? false
    }
}
