import PointsCore

// MARK: - A last day, and the days on which a rule is in force

extension Validity {
    /// Reads the `validity` of a rule, whose points must not have expired when they are given, or begin to count.
    init(_ value: RuleValue, of header: RuleHeader, waiting pending: PendingPolicy? = nil) {
        self.init(value, ofRule: true)
        guard case .until(let last) = self else { return }
        let (effective, place) = (header.effective, value.peek("until") ?? value.peek("date"))
        var days: Int64 = 0
        if case .afterSale(let count) = pending { days = Int64(count) }
        let wait = days == 0 ? "" : " and they wait \(days) days"
        if let end = effective.to?.adding(days: Int(days)), last < end {
            place?.complain(
                ofWhole:
                    "found \"\(last)\", expected \"\(end)\" or later: the rule gives points until"
                    + (days == 0 ? " then" : " \(end.adding(days: Int(-days)))") + wait
                    + ", which would have expired")
        } else if effective.to == nil, let start = effective.from?.adding(days: Int(days)),
            last < start
        {
            place?.complain(
                ofWhole:
                    "found \"\(last)\", expected \"\(start)\" or later: before that day the rule"
                    + " gives no points\(wait), and then they would have expired")
        }
    }
}
