import PointsCore

// MARK: - The same as the engine has it

extension Campaign {
    var activityRules: [ActivityRule] {
        [
            ActivityRule(
                id: "activities/review", effective: EffectivePeriod(from: nil, to: nil),
                activities: ["review"], condition: .all([]),
                isOncePerSubject: review.isOncePerSubject, points: review.points,
                group: "activities/review", pick: .all, priority: 0, pointClass: .standard,
                validity: nil, caps: [Cap(points: review.most, scope: review.scope)])
        ]
    }
}
