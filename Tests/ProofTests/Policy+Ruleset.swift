import PointsCore
import PointsEngine

// MARK: - The same settings as the engine has them

extension Policy {
    /// The rules, told apart by their hash.
    func source() -> RulesSource {
        let content = Array("\(self)".utf8)
        return RulesSource(ruleset: ruleset(hash: SHA256.digest(content)), content: content)
    }

    private func ruleset(hash: [UInt8]) -> Ruleset {
        Ruleset(
            hash: hash, program: program,
            earnRules: [
                earnRule("earn/base", rate(Policy.yenPerPoint[0])),
                earnRule(
                    "earn/limited", rate(Policy.yenPerPoint[1]), of: Policy.limitedClass,
                    validity: validity(limited)),
            ] + smallOrderRules + rankRules + campaignRules,
            burnRules: [
                BurnRule(
                    id: "burn/standard", effective: EffectivePeriod(from: nil, to: nil),
                    condition: .all([]), lines: .not(.category([Policy.giftCard])),
                    min: minRedeem, unit: redeemUnit, maxPercentOfOrder: maxPercent,
                    maxPoints: nil)
            ], activityRules: (campaign?.activityRules ?? []) + joiningRules, tiers: ranks?.policy)
    }

    static let limitedClass = PointClass("limited")

    private func rate(_ yen: Int64) -> Award { .rate(Rate(points: Fraction(1), per: yen)) }

    private var smallOrderRules: [EarnRule] {
        guard let (total, points) = smallOrder else { return [] }
        return [
            earnRule(
                "earn/small", .fixed(points: points),
                when: .orderTotal(AmountBound(max: total), includesTax: true))
        ]
    }

    /// Ranks are called by their places.
    private var rankRules: [EarnRule] {
        guard ranks != nil else { return [] }
        return [earnRule("earn/rank", .fixed(points: Ranks.bonus), when: .tier(["1", "2"]))]
    }

    private var campaignRules: [EarnRule] {
        guard let campaign else { return [] }
        let newcomers = MembershipAge(
            joined: nil, days: AmountBound(min: 0, max: campaign.newcomerDays))
        return [
            earnRule(
                "earn/capped", rate(Campaign.yenPerPoint),
                caps: [Cap(points: campaign.most, scope: campaign.scope)]),
            earnRule(
                "earn/newcomers", .fixed(points: Campaign.newcomerGift),
                when: .memberSince(newcomers)),
        ]
            + (campaign.firstGift == 0
                ? []
                : [
                    earnRule(
                        "earn/first", .fixed(points: campaign.firstGift),
                        when: .firstPurchase(true))
                ])
    }

    private var joiningRules: [ActivityRule] {
        guard let joiningBonus else { return [] }
        return [
            ActivityRule(
                id: "activities/join", effective: EffectivePeriod(from: nil, to: nil),
                activities: ["join"], condition: .all([]), points: joiningBonus,
                group: "activities/join", pick: .all, priority: 0, pointClass: .standard,
                validity: nil)
        ]
    }

    private func earnRule(
        _ id: String, _ award: Award, when condition: Condition = .all([]),
        of pointClass: PointClass = .standard, validity: Validity? = nil, caps: [Cap] = []
    ) -> EarnRule {
        EarnRule(
            id: id, effective: EffectivePeriod(from: nil, to: nil), condition: condition,
            lines: .not(.category([Policy.giftCard])), award: award, includesTax: earnsOnTax,
            redeemed: .deduct, stage: .order, rounding: .floor, group: id, pick: .all, priority: 0,
            pointClass: pointClass, validity: validity, caps: caps)
    }

    private var program: Program {
        Program(
            name: "proof", currency: "JPY",
            calendar: BusinessCalendar(zone: .tokyo, startMinutes: 300), pointValue: pointValue,
            identityKinds: ["store_card": IdentityKind(name: "store_card")],
            companies: ["store-co", "ec-co"],
            channels: Dictionary(
                uniqueKeysWithValues: Policy.channels.map { ($0, channel($0)) }),
            allowsAnonymousSales: allowsAnonymousSales, validity: validity(standard),
            holdMinutes: Policy.holdMinutes, shortfall: shortfall,
            redeemedOnReturn: redeemedOnReturn, restore: restore,
            unreceiptedRefundMax: unreceiptedMax.map { Yen($0) },
            secondActorAbove: secondActorAbove,
            lifecycle: LifecyclePolicy(
                holdsBlockWithdrawal: holdsBlockLeaving,
                pendingBlocksWithdrawal: pendingBlocksLeaving, eraseAfterDays: 30,
                restoreWithinDays: restoreWithinDays, joiningBonusEveryMonths: bonusEveryMonths,
                recogniseForMonths: recogniseForMonths, provisionalEarns: provisionalEarns,
                provisionalRedeems: provisionalRedeems,
                keepsTierOnRejoin: ranks?.outlivesLeaving ?? false))
    }

    private func channel(_ name: String) -> Channel {
        let (after, latest) = waiting(in: name)
        return Channel(
            name: name, company: Policy.company(of: name),
            pending: Policy.waits(in: name)
                ? .onConfirm(afterDays: after, latestDays: latest) : .atOnce)
    }

    private func validity(_ lasting: Lasting) -> Validity {
        switch lasting {
        case .afterGrant(let span, let period): .afterGrant(span.value, roundedTo: period.value)
        case .afterActivity(let span, let period):
            .afterActivity(span.value, roundedTo: period.value, of: activities)
        case .until(let day): .until(CivilDate(dayNumber: day))
        case .forever: .unlimited
        }
    }
}

extension Lasting.Span {
    fileprivate var value: ValiditySpan {
        switch self {
        case .months(let count): .months(count)
        case .days(let count): .days(count)
        }
    }
}

extension Lasting.Period {
    fileprivate var value: ExpiryPeriod {
        switch self {
        case .day: .day
        case .months(1, _): .monthEnd
        case .months(3, _): .quarterEnd
        case .months(6, _): .halfYearEnd
        case .months(_, let first): first == 1 ? .yearEnd : .fiscalYearEnd(startingIn: first)
        }
    }
}
