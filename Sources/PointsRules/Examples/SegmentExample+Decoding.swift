import PointsCore

// MARK: - segments/*.json /examples

extension SegmentExample {
    private static let keys = [
        "on", "status", "tier", "joinedOn", "birthDate", "purchases", "lots",
    ]
    private static let statuses = [
        MemberStatus.active, .provisional, .suspended, .withdrawn,
    ].map(\.rawValue)

    /// Reads the examples of a segment; there is at least one.
    static func list(
        _ object: RuleObject, of segment: String, in surroundings: RuleSurroundings
    ) -> [SegmentExample] {
        object.required("examples").list(max: RulesLimits.examplesMax).enumerated().map {
            SegmentExample($1, at: $0, of: segment, in: surroundings)
        }
    }

    private init(
        _ value: RuleValue, at index: Int, of segment: String,
        in surroundings: RuleSurroundings
    ) {
        let object = value.object(["name", "given", "expect"])
        let given = object.required("given").object(SegmentExample.keys)
        let day = given.required("on").date()
        self.segment = segment
        self.index = index
        name = object.required("name").text()
        subject = SegmentSubject(
            status: given.optional("status").flatMap {
                MemberStatus(rawValue: $0.word(SegmentExample.statuses))
            } ?? .active,
            tier: given.optional("tier")?.name(of: "a rank", among: surroundings.tiers),
            joinedOn: given.optional("joinedOn")?.date() ?? day.adding(months: -12),
            value: SegmentExample.value(given.optional("purchases"), in: surroundings),
            lots: SegmentExample.lots(given.optional("lots"), on: day),
            birthDate: given.optional("birthDate")?.date(), day: day)
        isMember = object.required("expect").object(["member"]).required("member").truth()
    }

    private static func value(
        _ purchases: RuleValue?, in surroundings: RuleSurroundings
    ) -> CustomerValue {
        var value = CustomerValue()
        for purchase in purchases?.list() ?? [] {
            let object = purchase.object(["on", "channel", "total", "redeemed"])
            let total = object.required("total").integer(0...Yen.max.amount)
            let redeemed = object.optional("redeemed")?.integer(0...Yen.max.amount) ?? 0
            let change = ValueChange(
                channel: object.required("channel").name(
                    of: "a channel", among: surroundings.channels),
                day: object.required("on").date(),
                figures: ValueFigures(frequency: 1, spend: total, paid: total - redeemed))
            if let change { value.add(change) }
        }
        return value
    }

    private static func lots(_ lots: RuleValue?, on day: CivilDate) -> [Lot] {
        (lots?.list() ?? []).map { lot in
            let object = lot.object(["points", "expiresOn"])
            return Lot(
                terms: LotTerms(
                    pointClass: .standard, company: "", grantedOn: day,
                    expiresOn: object.optional("expiresOn")?.date()),
                points: object.required("points").integer(1...Points.max.count))
        }
    }
}
