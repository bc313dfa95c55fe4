package import PointsCore

/// An order number in its channel; both compare by their bytes.
package struct OrderKey: Hashable, Sendable, Comparable {
    /// The channel.
    package let channel: ExactText
    /// The order number.
    package let order: ExactText

    /// An order number in a channel.
    package init(channel: String, order: String) {
        self.channel = ExactText(channel)
        self.order = ExactText(order)
    }

    /// In the order of the table's key.
    package static func < (left: OrderKey, right: OrderKey) -> Bool {
        (left.channel, left.order) < (right.channel, right.order)
    }
}
