import PointsCore

extension Ruleset {
    /// How many points may pay for a basket that is sold now.
    func redeemable(of basket: PricedBasket, in context: SaleContext) -> Redeemable {
        redeemable(of: basket, under: burnRule(for: context, basket: basket))
    }
}
