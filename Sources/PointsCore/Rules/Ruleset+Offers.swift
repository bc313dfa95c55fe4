// MARK: - Offers

extension Ruleset {
    /// Whether an offer is there on a day, and the rule in force of which it tells.
    func isInForce(_ offer: Offer, on day: CivilDate) -> Bool {
        periods(of: offer).allSatisfy { $0.contains(day) }
    }

    /// The last day of an offer; `nil` without an end.
    func lastDay(of offer: Offer) -> CivilDate? {
        periods(of: offer).compactMap(\.to).min()
    }

    private func periods(of offer: Offer) -> [EffectivePeriod] {
        guard case .rule(let id) = offer.gift else { return [offer.effective] }
        let rules: [any GrantingRule] = earnRules + activityRules
        return [offer.effective] + rules.filter { $0.id == id }.map(\.effective)
    }
}
