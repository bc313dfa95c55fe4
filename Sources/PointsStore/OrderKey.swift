package import PointsCore

/// An order number in its channel, or what makes an activity one of its kind; both parts compare by their bytes.
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

    /// That a rule has given a member what it gives only once for a subject, in whatever channel.
    ///
    /// One separator more than the reference of an activity, which has none in itself.
    package init(spent rule: String, for subject: String, by member: Int64) {
        self.init(
            channel: "", order: "\u{1f}" + rule + "\u{1f}" + String(member) + "\u{1f}" + subject)
    }

    /// That something which a visitor did has been counted for a member, whoever that was.
    package init(visit: JournalPosition) {
        self.init(channel: "", order: "\u{1f}\u{1f}" + String(visit.number))
    }

    /// In the order of the table's key.
    package static func < (left: OrderKey, right: OrderKey) -> Bool {
        (left.channel, left.order) < (right.channel, right.order)
    }
}
