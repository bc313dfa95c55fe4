import TestSupport

@testable import PointsCore

/// Entries with everything in them that an entry may have, drawn from a seed.
struct RandomEntry {
    var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// How many kinds of event there are.
    static let eventKinds = 37

    /// An entry whose event is of the given kind, counted from 0.
    mutating func entry(kind: Int) -> Entry {
        let cause = Cause(
            command: text(), idempotencyKey: text(), contentHash: bytes(),
            channel: maybe { $0.text() }, company: maybe { $0.text() },
            store: maybe { $0.text() }, terminal: maybe { $0.text() }, actor: maybe { $0.text() },
            ruleset: position(), occurredAt: instant(), recordedAt: instant(), businessDay: day())
        let after = Balance(
            available: number(), pending: number(), held: number(), debt: number(),
            spendable: number(),
            expiringSoon: many { Balance.Expiring(points: $0.number(), on: $0.day()) })
        return Entry(
            position: position(), member: number(), previous: position(), cause: cause,
            event: event(kind), postings: many { $0.posting() }, after: after)
    }

    private mutating func event(_ kind: Int) -> Event {
        switch kind {
        case 0: .joined(joined())
        case 1: .identityLinked(kind: text())
        case 2:
            .withdrawn(
                Withdrawn(
                    reason: text(), forfeited: number(), cancelledPending: number(),
                    releasedHolds: number()))
        case 3:
            .rejoined(
                Rejoined(
                    on: day(), restored: number(), keepsTier: flag(), bonus: maybe { $0.bonus() }))
        case 4: .granted(reason: text(), approvedBy: maybe { $0.text() })
        case 5: .adjusted(reason: text(), approvedBy: maybe { $0.text() })
        case 6:
            .balanceOpened(
                BalanceOpened(
                    source: text(), file: text(), line: number(), cell: text(),
                    joined: maybe { $0.joined() }))
        case 7: .purchaseRecorded(recorded())
        case 8:
            .purchaseConfirmed(
                PurchaseConfirmed(
                    purchase: position(), pieces: pieces(), points: number(),
                    dueAt: maybe { $0.instant() }, summary: summary()))
        case 9: .purchaseReturned(returned())
        case 10:
            .holdPlaced(
                HoldPlaced(order: maybe { $0.text() }, points: number(), expiresAt: instant()))
        case 11: .holdReleased(hold: position())
        case 12: .holdTimedOut(hold: position())
        case 13: .lotsExpired
        case 16: .lotsExtended(until: day())
        case 17: .orderVoided(order: text())
        case 20:
            .tierReviewed(TierReviewed(from: text(), standing: maybe { $0.tierStanding() }))
        case 18:
            .unreceiptedReturned(
                UnreceiptedReturned(
                    day: day(), basket: basket(), refund: Yen(number()),
                    awards: many { $0.award() },
                    clawedBack: number(), shortfall: shortfall(),
                    tierCount: maybe { $0.tierCount() }))
        case 21:
            .activityRecorded(
                ActivityRecorded(
                    activity: text(), subject: maybe { $0.text() }, reference: maybe { $0.text() },
                    lots: many { Lot(terms: $0.terms(), points: $0.number()) },
                    awards: many { $0.award() },
                    capUses: many { $0.capUse() }, spentRules: many { $0.text() },
                    previous: many { $0.position() }))
        case 14: .pendingMatured(purchase: position())
        case 15:
            .dayClosed(
                DayClosed(
                    day: day(), transactions: number(),
                    totals: many {
                        DayTotal(
                            account: $0.account(), channel: $0.maybe { $0.text() },
                            points: $0.number())
                    }, hash: bytes()))
        case 19:
            .rulesActivated(
                RulesActivated(
                    hash: bytes(), effectiveFrom: instant(), reason: maybe { $0.text() }))
        default: membership(kind)
        }
    }

    mutating func recorded() -> PurchaseRecorded {
        PurchaseRecorded(
            order: text(), soldOn: day(), previous: many { $0.position() }, basket: basket(),
            standing: Standing(
                maybe { $0.one(MemberStatus.allCases) }, tier: maybe { $0.text() },
                memberSince: maybe { $0.day() },
                isFirstPurchase: flag(), traits: many { $0.trait() }),
            hold: maybe { $0.position() }, keepsHold: flag(),
            replacement: maybe {
                Replacement(
                    purchase: $0.position(), returnedBy: $0.position(), shortfall: $0.shortfall())
            }, takesOrderFrom: maybe { $0.position() }, summary: summary(),
            grants: many { $0.grant() },
            awards: many { $0.award() }, paymentMethod: maybe { $0.text() },
            capUses: many { $0.capUse() }, tierStep: maybe { $0.tierStep() })
    }

    mutating func trait() -> PersonalTrait {
        let age = Int.random(in: 0...150, using: &random)
        return one([.birthdayMonth, .age(age...(age + 9)), .segment(text())])
    }

    mutating func capUse() -> CapUse {
        CapUse(
            rule: text(), scopes: many { $0.one(Cap.Scope.allCases) }, day: day(),
            points: number(),
            room: maybe { RuleRoom(points: $0.number(), scope: $0.one(Cap.Scope.allCases)) })
    }

    mutating func basket() -> Basket {
        Basket(
            lines: many {
                BasketLine(
                    name: $0.text(), sku: $0.maybe { $0.text() }, category: $0.maybe { $0.text() },
                    quantity: $0.number(), amount: Yen($0.number()), taxRate: $0.number())
            }, amountsIncludeTax: flag())
    }

    mutating func award() -> RuleAward {
        RuleAward(
            rule: text(), points: number(), base: number(),
            exact: Fraction(
                Int128(number()), over: Int128(Int64.random(in: 1...999, using: &random))),
            rounding: one(Rounding.allCases), stage: one(EarnRule.RoundingStage.allCases),
            rounded: number(),
            cut: maybe { RuleAward.Cut(to: $0.number(), by: $0.one(Cap.Scope.allCases)) })
    }

    mutating func shortfall() -> Shortfall {
        Shortfall(
            points: number(), policy: one(ShortfallPolicy.allCases), keptFromRefund: Yen(number()))
    }

    mutating func pieces() -> [LinePieces] {
        many {
            LinePieces(line: Int.random(in: 0...999, using: &$0.random), quantity: $0.number())
        }
    }

    mutating func returned() -> PurchaseReturned {
        PurchaseReturned(
            purchase: position(),
            pieces: pieces(), isVoid: flag(), isStep: flag(), clawedBack: number(),
            shortfall: shortfall(), restored: number(), restoredExpired: number(),
            refund: Yen(number()),
            summary: summary(), earned: many { $0.number() },
            confirmed: many { $0.number() }, toppedUp: many { $0.grant() },
            capUses: many { $0.capUse() }, tierCount: maybe { $0.tierCount() },
            valueChange: flag() ? valueChange() : nil)
    }

    private mutating func valueChange() -> ValueChange? {
        ValueChange(
            channel: text(), day: day(),
            figures: ValueFigures(frequency: number(), spend: number(), paid: number()))
    }

    mutating func tierStep() -> TierStep {
        TierStep(
            count: tierCount(),
            windowMonths: Int.random(in: 1...CoreLimits.tierWindowMonthsMax, using: &random),
            basis: number(), standing: maybe { $0.tierStanding() }, isChange: flag())
    }

    mutating func tierCount() -> TierCount {
        TierCount(metric: one(TierMetric.allCases), month: day(), amount: number())
    }

    mutating func tierStanding() -> TierStanding {
        TierStanding(
            tier: text(), since: instant(), keptThrough: maybe { $0.day() }, before: text())
    }

    mutating func summary() -> PurchaseSummary {
        PurchaseSummary(
            status: one(PurchaseStatus.allCases), total: Yen(number()), redeemed: number(),
            payable: Yen(number()), tax: Yen(number()),
            taxes: many {
                TaxShare(rate: $0.number(), total: Yen($0.number()), discount: Yen($0.number()))
            })
    }

    mutating func grant() -> PurchaseGrant {
        PurchaseGrant(
            terms: terms(), validity: validity(), points: number(), isPending: flag(),
            confirmsAt: maybe { $0.instant() })
    }

    mutating func posting() -> Posting {
        let points = number()
        return Posting(
            account(), points == 0 ? 1 : points, lot: maybe { $0.terms() },
            owner: maybe { $0.position() })
    }

    mutating func account() -> Account {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: .available
        case 1: .pending
        case 2: .held
        case 3: .debt
        case 4: .issued(company: text())
        case 5: .redeemed(company: text())
        case 6: .expired(company: text())
        case 7: .forfeited(company: text())
        case 8: .adjusted(company: text())
        default: .migrated(company: text(), source: text())
        }
    }

    mutating func validity() -> Validity {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: .afterGrant(span(), roundedTo: period())
        case 1: .until(day())
        case 2:
            .afterActivity(span(), roundedTo: period(), of: Set(many { $0.one(Activity.allCases) }))
        default: .unlimited
        }
    }

    mutating func span() -> ValiditySpan {
        let length = Int.random(in: 0...1_200, using: &random)
        return flag() ? .months(length) : .days(length)
    }

    mutating func period() -> ExpiryPeriod {
        one([
            .day, .monthEnd, .quarterEnd, .halfYearEnd, .yearEnd,
            .fiscalYearEnd(startingIn: Int.random(in: 1...12, using: &random)),
        ])
    }

    mutating func terms() -> LotTerms {
        LotTerms(
            pointClass: PointClass(text()), company: text(), grantedOn: day(),
            expiresOn: maybe { $0.day() }, followsActivity: flag())
    }
}
