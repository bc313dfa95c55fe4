internal import PointsCore

// MARK: - Days

extension ExpiryRule {
    /// The last day of points that the plan of a day moves.
    func lastDay(from day: CivilDate) -> CivilDate? {
        switch self {
        case .never: nil
        case .monthsFromPlan(let months): day.adding(months: months)
        }
    }
}
