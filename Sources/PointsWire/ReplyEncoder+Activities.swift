internal import PointsCore
internal import PointsJSON

// MARK: - What members do besides buying

extension ReplyEncoder {
    /// The answer to `activity.record`; `earned` has the form that it has for a purchase.
    func write(_ recorded: ActivityRecorded, of entry: Entry, to writer: inout JSONWriter) {
        writer.member(
            "activity",
            object: {
                writeHead(of: recorded, at: entry, to: &$0)
                $0.member("occurredAt", calendar.text(of: entry.cause.occurredAt))
            })
        write(earned: recorded.lots, by: recorded.awards, to: &writer)
    }

    /// Points that count at once.
    func write(earned lots: [Lot], by awards: [RuleAward], to writer: inout JSONWriter) {
        writer.member(
            "earned",
            object: { writer in
                writer.member("points", lots.reduce(0) { $0 + $1.points })
                writer.member("pending", false)
                writer.member("expiresOn", lots.compactMap(\.terms.expiresOn).min()?.description)
                write(awards, named: "rules", to: &writer)
            })
    }

    /// What an activity is called, in the answer and in histories.
    func writeHead(
        of recorded: ActivityRecorded, at entry: Entry, to writer: inout JSONWriter
    ) {
        writer.member("id", entry.position.text(prefix: JournalPosition.activityPrefix))
        writer.member("activity", recorded.activity)
        writer.member("subject", recorded.subject)
        writer.member("reference", recorded.reference)
    }
}
