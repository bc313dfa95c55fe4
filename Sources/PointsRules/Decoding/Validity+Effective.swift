import PointsCore

// MARK: - A last day, and the days on which a rule is in force

extension Validity {
    /// Reads the `validity` of a rule, whose points must not have expired when they are given.
    init(_ value: RuleValue, of header: RuleHeader) {
        self.init(value, ofRule: true)
        guard case .until(let last) = self else { return }
        let (effective, place) = (header.effective, value.peek("until") ?? value.peek("date"))
        if let end = effective.to, last < end {
            place?.complain(
                ofWhole:
                    "found \"\(last)\", expected \"\(end)\" or later: the rule gives points until"
                    + " then, which would have expired")
        } else if effective.to == nil, let start = effective.from, last < start {
            place?.complain(
                ofWhole:
                    "found \"\(last)\", expected \"\(start)\" or later: before that day the rule"
                    + " gives no points, and then they would have expired")
        }
    }
}
