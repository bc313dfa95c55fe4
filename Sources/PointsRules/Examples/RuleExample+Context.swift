import PointsCore

extension RuleExample {
    /// Where and when the sale is made, under the settings of a program.
    func context(in program: Program) -> SaleContext {
        SaleContext(
            channel: channel, company: program.channels[channel]?.company ?? "", store: store,
            terminal: terminal, businessDay: program.calendar.businessDay(of: occurredAt),
            minuteOfDay: program.calendar.minuteOfDay(at: occurredAt),
            standing: Standing(tier: tier, memberSince: nil))
    }
}
