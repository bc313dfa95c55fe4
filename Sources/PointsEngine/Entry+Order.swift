internal import PointsCore
internal import PointsStore

extension Entry {
    /// The order number that leads to this entry from now on.
    var orderKey: OrderKey? {
        switch event {
        case .purchaseRecorded(let recorded):
            OrderKey(channel: cause.channel ?? "", order: recorded.order)
        case .orderVoided(let order): OrderKey(channel: cause.channel ?? "", order: order)
        default: nil
        }
    }
}
