internal import PointsCore
internal import PointsJSON

// MARK: - Segments and offers

extension ReplyEncoder {
    func write(_ view: SegmentView, to writer: inout JSONWriter) {
        writer.member(
            "segment",
            object: {
                $0.member("id", view.segment)
                write(title: view.title, to: &$0)
            })
        writer.member(
            "members",
            array: { writer in
                for member in view.members {
                    writer.element(object: { writer in
                        writer.member("id", member.id.description)
                        guard let details = member.details else { return }
                        writer.member("status", details.status.rawValue)
                        writer.member("tier", details.tier)
                        writer.member("rfm", object: { write(details.customer, to: &$0) })
                    })
                }
            })
        writer.member("cursor", view.next.map(String.init))
    }

    func write(_ offers: [OfferView], to writer: inout JSONWriter) {
        writer.member(
            "offers",
            array: { writer in
                for offer in offers { writer.element(object: { write(offer, to: &$0) }) }
            })
    }

    private func write(_ view: OfferView, to writer: inout JSONWriter) {
        writer.member("id", view.offer.id)
        write(title: view.title, to: &writer)
        writer.member("segment", view.offer.segment)
        switch view.offer.gift {
        case .grant(let grant):
            writer.member(
                "grant",
                object: {
                    $0.member("points", grant.points)
                    $0.member("class", grant.pointClass.name)
                })
        case .rule(let id):
            writer.member(
                "rule",
                object: {
                    $0.member("id", id)
                    write(title: view.ruleTitle, to: &$0)
                })
        }
        writer.member("until", view.lastDay?.description)
        writer.member("claimsLeft", view.claimsLeft)
        if let channels = view.offer.channels {
            writer.member(
                "channels",
                array: { writer in
                    for channel in channels.sorted() { writer.element(channel) }
                })
        }
    }

    private func write(title: Caption?, to writer: inout JSONWriter) {
        guard let title else { return }
        writer.member("title", object: { write(title, to: &$0) })
    }

    /// The answer to `offer.claim`; `earned` has the form that it has for a purchase.
    func write(_ claimed: OfferClaimed, of entry: Entry, to writer: inout JSONWriter) {
        writer.member(
            "claim",
            object: {
                $0.member("id", entry.position.text(prefix: JournalPosition.transactionPrefix))
                $0.member("offer", claimed.offer)
                $0.member("occurredAt", calendar.text(of: entry.cause.occurredAt))
            })
        write(earned: claimed.lots, by: claimed.awards, to: &writer)
    }
}
