import PointsCore

// MARK: - The same as the engine has it

extension Ranks {
    var policy: TierPolicy {
        TierPolicy(
            metric: metric.value,
            window: startsIn.map { .calendar(months: months, startingIn: $0) }
                ?? .rolling(months: months),
            keepMonths: keepMonths, demotion: fallsOneStep ? .oneStep : .toQualified,
            tiers: ([0] + thresholds).enumerated().map { place, from in
                TierPolicy.Tier(
                    id: "\(place)", title: Caption(ja: "\(place)", en: "\(place)"), from: from)
            })
    }
}

extension Ranks.Metric {
    fileprivate var value: TierMetric {
        switch self {
        case .spend: .spendWithTax
        case .spendWithoutTax: .spendWithoutTax
        case .points: .points
        case .visits: .visits
        }
    }
}
