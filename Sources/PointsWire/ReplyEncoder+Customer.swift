internal import PointsCore
internal import PointsJSON

// MARK: - One customer

extension ReplyEncoder {
    func write(_ parts: MemberParts, to writer: inout JSONWriter) {
        if let profile = parts.profile { write(profile, to: &writer) }
        if let lots = parts.lots { write(lots, to: &writer) }
        if let customer = parts.customer {
            writer.member("rfm", object: { write(customer, to: &$0) })
        }
        if let purchases = parts.purchases {
            writer.member(
                "purchases",
                array: { writer in
                    for purchase in purchases {
                        writer.element(object: { writeBrief(of: purchase, to: &$0) })
                    }
                })
        }
        if let activities = parts.activities {
            writer.member(
                "activities",
                array: { writer in
                    for entry in activities {
                        writer.element(object: { writeBrief(of: entry, to: &$0) })
                    }
                })
        }
    }

    func write(_ view: CustomerView, to writer: inout JSONWriter) {
        writer.member("asOf", view.day.description)
        writer.member("crossChannel", view.isCrossChannel)
        writer.member("total", object: { write(view.total, to: &$0) })
        writer.member(
            "channels",
            array: { writer in
                for channel in view.channels {
                    writer.element(object: {
                        $0.member("channel", channel.name)
                        write(channel.part, to: &$0)
                    })
                }
            })
    }

    private func write(_ part: CustomerView.Part, to writer: inout JSONWriter) {
        write(part.figures, to: &writer)
        writer.member("firstOn", part.span?.lowerBound.description)
        writer.member("lastOn", part.span?.upperBound.description)
        writer.member("recencyDays", part.recencyDays.map(Int64.init))
        writer.member(
            "recent",
            array: { writer in
                for recent in part.recent {
                    writer.element(object: {
                        $0.member("days", Int64(recent.days))
                        write(recent.figures, to: &$0)
                    })
                }
            })
    }

    private func write(_ figures: ValueFigures, to writer: inout JSONWriter) {
        writer.member("frequency", figures.frequency)
        writer.member("spend", figures.spend)
        writer.member("paid", figures.paid)
    }

    private func writeBrief(of purchase: Purchase, to writer: inout JSONWriter) {
        writer.member("id", purchase.id.text(prefix: JournalPosition.purchasePrefix))
        writer.member("channel", purchase.channel)
        writer.member("store", purchase.store)
        writer.member("order", purchase.recorded.order)
        writer.member("occurredAt", calendar.text(of: purchase.occurredAt))
        writer.member("status", purchase.summary.status.rawValue)
        writer.member("total", purchase.summary.total.amount)
        writer.member("redeemed", purchase.summary.redeemed)
        writer.member("earned", purchase.earned)
    }

    private func writeBrief(of entry: Entry, to writer: inout JSONWriter) {
        guard case .activityRecorded(let recorded) = entry.event else { return }
        writeHead(of: recorded, at: entry, to: &writer)
        writer.member("channel", entry.cause.channel)
        writer.member("occurredAt", calendar.text(of: entry.cause.occurredAt))
        writer.member("earned", recorded.lots.reduce(0) { $0 + $1.points })
    }
}
