package import PointsCore

/// An order number in its channel, or the reference of an activity there; both compare by their bytes.
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

    /// The reference of an activity in a channel.
    ///
    /// The unit separator sets it apart: no order number, no activity and no reference has a control character in it.
    package init(channel: String, activity: String, reference: String) {
        self.init(
            channel: channel, order: "\u{1f}" + activity + "\u{1f}" + reference)
    }

    /// In the order of the table's key.
    package static func < (left: OrderKey, right: OrderKey) -> Bool {
        (left.channel, left.order) < (right.channel, right.order)
    }
}
