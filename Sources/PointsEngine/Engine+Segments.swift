internal import PointsCore
internal import PointsStore

// MARK: - Segments and what is offered to them

extension Engine {
    /// A page of the members of a segment; one that asked many in vain is short, or empty.
    ///
    /// - Throws: ``Refusal/invalidParams(pointer:expected:)`` for a segment that the rules do not have.
    func list(_ page: SegmentPage, in situation: Situation) throws(CommandFailure) -> Reply {
        let rules = situation.rules
        guard let segment = rules.segments.first(where: { $0.id == page.segment }) else {
            throw .refused(
                .invalidParams(
                    pointer: "/segment",
                    expected: known("a segment", rules.segments.map(\.id))))
        }
        let roll = SegmentRoll(
            segment: segment, situation: situation, projections: projections, store: store)
        let count = projections.program.memberCount
        let end = min(count, page.start + EngineLimits.segmentMembersAskedMax - 1)
        var members: [SegmentView.Entry] = []
        var number = page.start
        while number <= end, members.count < page.limit {
            let member = try storing { () throws(StoreError) in try roll.member(number) }
            if let member {
                members.append(
                    SegmentView.Entry(
                        id: member.id,
                        details: page.isDetailed ? details(of: member, in: situation) : nil))
            }
            number += 1
        }
        return .segment(
            SegmentView(
                segment: segment.id, title: rules.titles[segment.id], members: members,
                next: number <= count ? number : nil))
    }

    private func details(
        of member: Member, in situation: Situation
    ) -> SegmentView.Details {
        SegmentView.Details(
            status: member.status,
            tier: situation.rules.tiers?.tier(of: member.tiers, at: situation.now).id,
            customer: CustomerView(member.value, on: situation.today))
    }

    /// What is offered to a member now.
    func offers(
        to reference: MemberReference, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        let member = try member(reference, in: situation)
        let situation = try knowing(member, in: situation)
        let settled = try settled(member, in: situation)
        return asking(
            settled, in: situation,
            .offers(
                settled.id, Desk(settled, in: situation).offers,
                settled.wallet.balance(at: situation.now, in: situation.calendar)))
    }

    /// A member takes the points of an offer.
    func claim(
        _ id: String, for reference: MemberReference, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        let offers = situation.rules.offers
        guard let offer = offers.first(where: { $0.id == id }), let grant = offer.grant else {
            throw .refused(
                .invalidParams(
                    pointer: "/offer",
                    expected: known(
                        "an offer of points", offers.compactMap { $0.grant?.id })))
        }
        let company = try issuer(in: situation)
        let member = try member(reference, in: situation)
        let desk = Desk(member, in: try knowing(member, in: situation))
        return try finish(desk) { desk throws(Refusal) in
            try desk.claim(offer, of: grant, issuedBy: company)
        }
    }

    private func knowing(
        _ member: Member, in situation: Situation
    ) throws(CommandFailure) -> Situation {
        try storing { () throws(StoreError) in
            try situation.knowing(member, from: store, asked: situation.rules.segments)
        }
    }

    private func known(_ what: String, _ ids: [String]) -> String {
        ids.isEmpty
            ? "left out: the rules have none"
            : "\(what) of the rules: \(ids.joined(separator: ", "))"
    }
}
