import PointsCore

// MARK: - program.json /returns

extension RestorePolicy {
    private static let withGrace = "original_lot_grace"

    /// Reads where redeemed points go back to; days of grace belong to one of the ways, and only to
    /// it.
    init(_ returns: RuleObject) {
        let word = returns.required("restore").word(
            ["original_lot", RestorePolicy.withGrace, "new_lot"])
        guard word == RestorePolicy.withGrace else {
            returns.optional("graceDays")?.complain(
                "only \"restore\": \"\(RestorePolicy.withGrace)\" has days of grace")
            self = word == "new_lot" ? .newLot : .originalLot
            return
        }
        self = .originalLotGrace(
            days: Int(returns.required("graceDays").integer(1...RulesLimits.daysMax)))
    }
}
