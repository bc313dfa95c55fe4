import PointsCore

// MARK: - Segments and offers in few words

extension Command {
    static func claim(
        _ key: String, by card: String, _ offer: String = OfferProgram.letter,
        channel: String? = "ec", at: Instant? = nil
    ) -> Command {
        .change(
            key, "offer.claim", .claimOffer(.card(card), offer: offer), at: at, channel: channel)
    }

    static func offers(_ card: String, channel: String? = nil) -> Command {
        Command(
            envelope: Envelope(method: "offer.list", channel: channel),
            action: .listOffers(.card(card)))
    }

    static func members(
        _ segment: String = OfferProgram.segment, limit: Int = 500, from start: Int64 = 1,
        detailed: Bool = false
    ) -> Command {
        Command(
            envelope: Envelope(method: "member.list", actor: "clerk"),
            action: .listMembers(
                SegmentPage(
                    segment: segment, limit: limit, start: start, isDetailed: detailed)))
    }
}
