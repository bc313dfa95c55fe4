internal import PointsCore
internal import PointsJSON

// MARK: - Ranks

extension ReplyEncoder {
    func write(_ view: TierView, to writer: inout JSONWriter) {
        writer.member("id", view.tier.id)
        writer.member("title", object: { write(view.tier.title, to: &$0) })
        writer.member("since", view.since.description)
        writer.member("keptThrough", view.keptThrough?.description)
        writer.member("basis", view.basis)
        if let next = view.next {
            writer.member(
                "next",
                object: {
                    $0.member("id", next.id)
                    $0.member("missing", next.missing)
                })
        }
        writer.member(
            "benefits",
            array: { writer in
                for benefit in view.tier.benefits {
                    writer.element(object: { write(benefit, to: &$0) })
                }
            })
    }

    func write(_ caption: Caption, to writer: inout JSONWriter) {
        writer.member("ja", caption.ja)
        writer.member("en", caption.en)
    }

    /// The rank that a sale or a review gives or lets somebody keep.
    func writeTier(of event: Event, to writer: inout JSONWriter) {
        switch event {
        case .purchaseRecorded(let recorded):
            if let step = recorded.tierStep, step.isChange, let standing = step.standing {
                write(standing, to: &writer)
            }
        case .tierReviewed(let reviewed):
            if let standing = reviewed.standing {
                write(standing, to: &writer)
            } else {
                writer.memberNull("tier")
            }
        default: break
        }
    }

    private func write(_ standing: TierStanding, to writer: inout JSONWriter) {
        writer.member(
            "tier",
            object: {
                $0.member("id", standing.tier)
                $0.member("keptThrough", standing.keptThrough?.description)
            })
    }
}
