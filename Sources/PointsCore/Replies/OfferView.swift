/// An offer as it is shown to a member.
package struct OfferView: Hashable, Sendable {
    /// The offer.
    package let offer: Offer
    /// What it is called.
    package let title: Caption?
    /// What the rule is called that gives it, if a rule does.
    package let ruleTitle: Caption?
    /// The last day on which it is there; `nil` without an end.
    package let lastDay: CivilDate?
    /// How often the member may still claim it; `nil` if a rule gives it.
    package let claimsLeft: Int64?

    /// An offer under a set of rules.
    init(_ offer: Offer, under rules: Ruleset, claimsLeft: Int64?) {
        self.offer = offer
        title = rules.titles[offer.id]
        ruleTitle = if case .rule(let id) = offer.gift { rules.titles[id] } else { nil }
        lastDay = rules.lastDay(of: offer)
        self.claimsLeft = claimsLeft
    }
}
