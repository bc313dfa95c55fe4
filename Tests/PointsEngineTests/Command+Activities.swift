import PointsCore

extension Command {
    static func activity(
        _ key: String, of card: String, _ activity: String = "review", subject: String? = nil,
        reference: String? = nil, channel: String? = "ec", at: Instant? = nil
    ) -> Command {
        .change(
            key, "activity.record",
            .recordActivity(
                RecordActivity(
                    member: .card(card), activity: activity, subject: subject,
                    reference: reference)),
            at: at, channel: channel)
    }
}
