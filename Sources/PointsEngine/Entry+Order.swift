internal import PointsCore
internal import PointsStore

extension Entry {
    /// The order number, or the reference of an activity, that leads to this entry from now on.
    var orderKey: OrderKey? {
        switch event {
        case .purchaseRecorded(let recorded):
            OrderKey(channel: cause.channel ?? "", order: recorded.order)
        case .orderVoided(let order): OrderKey(channel: cause.channel ?? "", order: order)
        case .activityRecorded(let recorded):
            recorded.reference.map {
                OrderKey(channel: cause.channel ?? "", activity: recorded.activity, reference: $0)
            }
        default: nil
        }
    }
}
