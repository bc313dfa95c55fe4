internal import PointsCore
internal import PointsStore

extension Entry {
    /// The order number, or the keys of an activity, that lead to this entry from now on.
    var orderKeys: [OrderKey] {
        switch event {
        case .purchaseRecorded(let recorded):
            [OrderKey(channel: cause.channel ?? "", order: recorded.order)]
        case .orderVoided(let order): [OrderKey(channel: cause.channel ?? "", order: order)]
        case .activityRecorded(let recorded):
            keys(of: recorded)
        default: []
        }
    }

    private func keys(of recorded: ActivityRecorded) -> [OrderKey] {
        let reference = recorded.reference.map {
            OrderKey(channel: cause.channel ?? "", activity: recorded.activity, reference: $0)
        }
        let spent = recorded.spentRules.map { rule in
            OrderKey(spent: rule, for: recorded.subject ?? "", by: member)
        }
        return [reference, recorded.counts.map { OrderKey(visit: $0) }].compactMap(\.self) + spent
    }
}
