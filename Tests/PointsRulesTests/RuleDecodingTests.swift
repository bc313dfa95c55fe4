import PointsCore
import PointsJSON
import PointsRules
import Testing

struct RuleDecodingTests {
    @Test func `reads the settings of a program`() throws {
        let program = try RuleFolder.read(Repository.path("Rules")).ruleset().program
        #expect(program.name == "meguri-demo")
        #expect(program.currency == "JPY")
        #expect(program.calendar == BusinessCalendar(zone: try tokyo(), startMinutes: 300))
        #expect(program.pointValue == 1)
        #expect(program.identityKinds.count == 7)
        #expect(
            program.identityKinds["store_card"]
                == IdentityKind(name: "store_card", pattern: "[0-9]{10}|[0-9]{13}"))
        #expect(program.identityKinds["phone"]?.normalisation == .phoneJP)
        #expect(program.identityKinds["visitor"]?.isAnonymous == true)
        #expect(program.companies == ["store-co", "ec-co"])
        #expect(
            program.channels["ec"]
                == Channel(
                    name: "ec", company: "ec-co",
                    pending: .onConfirm(afterDays: 14, latestDays: 90)))
        #expect(program.channels["app"]?.pending == .atOnce)
        #expect(program.allowsAnonymousSales)
        #expect(program.validity == .afterGrant(.months(12), roundedTo: .monthEnd))
        #expect(program.holdMinutes == 30)
        #expect(program.shortfall == .refund)
        #expect(program.redeemedOnReturn == .keepOnRemaining)
        #expect(program.restore == .originalLotGrace(days: 30))
        #expect(
            program.lifecycle
                == LifecyclePolicy(
                    holdsBlockWithdrawal: true, pendingBlocksWithdrawal: false, eraseAfterDays: 30,
                    restoreWithinDays: 30, joiningBonusEveryMonths: 12, recogniseForMonths: 24,
                    provisionalEarns: true, provisionalRedeems: false))
    }

    @Test(
        arguments: [
            (#"{"style": "after_grant", "months": 6}"#, .afterGrant(.months(6), roundedTo: .day)),
            (
                #"{"style": "after_grant", "months": 6, "roundTo": "day"}"#,
                .afterGrant(.months(6), roundedTo: .day)
            ),
            (
                #"{"style": "after_grant", "months": 6, "roundTo": "quarter_end"}"#,
                .afterGrant(.months(6), roundedTo: .quarterEnd)
            ),
            (
                #"{"style": "after_grant", "months": 6, "roundTo": "half_year_end"}"#,
                .afterGrant(.months(6), roundedTo: .halfYearEnd)
            ),
            (
                #"{"style": "after_grant", "months": 6, "roundTo": "year_end"}"#,
                .afterGrant(.months(6), roundedTo: .yearEnd)
            ),
            (
                #"{"style": "after_grant", "months": 6, "roundTo": "fiscal_year_end", "fiscalYearStartsIn": 4}"#,
                .afterGrant(.months(6), roundedTo: .fiscalYearEnd(startingIn: 4))
            ),
            (#"{"style": "fixed", "date": "1970-01-11"}"#, .until(CivilDate(dayNumber: 10))),
            (#"{"style": "never"}"#, .unlimited),
            (#"{"until": "1970-01-11"}"#, .until(CivilDate(dayNumber: 10))),
        ] as [(String, Validity)])
    func `reads every style of validity`(_ text: String, _ validity: Validity) throws {
        let rules = try DraftRules.single(
            #""award": {"type": "fixed", "points": 5}, "grant": {"class": "spring", "validity": \#(text)}"#
        )
        let rule = try #require(rules.ruleset.earnRules.first)
        #expect(rule.validity == validity)
        #expect(rule.pointClass == PointClass("spring"))
    }

    @Test(
        arguments: [
            ("{}", .all([])),
            (#"{"channel": "ec"}"#, .channel(["ec"])),
            (#"{"channel": ["ec", "store"]}"#, .channel(["ec", "store"])),
            (#"{"company": ["ec-co"]}"#, .company(["ec-co"])),
            (#"{"store": ["S001", "S002"]}"#, .store(["S001", "S002"])),
            (#"{"terminal": "T1"}"#, .terminal(["T1"])),
            (#"{"tier": ["gold"]}"#, .tier(["gold"])),
            (#"{"dayOfMonth": 20}"#, .dayOfMonth([20])),
            (#"{"weekday": ["mon", 7, "fri"]}"#, .weekday([1, 5, 7])),
            (
                #"{"dates": ["1970-01-02", {"from": "1970-01-03", "to": "1970-01-05"}]}"#,
                .dates([
                    CivilDate(dayNumber: 1)...CivilDate(dayNumber: 1),
                    CivilDate(dayNumber: 2)...CivilDate(dayNumber: 4),
                ])
            ),
            (#"{"timeOfDay": {"from": "22:30", "to": "05:00"}}"#, .timeOfDay(from: 1_350, to: 300)),
            (#"{"timeOfDay": {"from": "00:00", "to": "24:00"}}"#, .timeOfDay(from: 0, to: 1_440)),
            (
                #"{"orderTotal": {"min": 5000}}"#,
                .orderTotal(AmountBound(min: 5_000), includesTax: true)
            ),
            (
                #"{"orderTotal": {"min": 1, "max": 1}}"#,
                .orderTotal(AmountBound(min: 1, max: 1), includesTax: true)
            ),
            (#"{"not": {"tier": "gold"}}"#, .not(.tier(["gold"]))),
            (#"{"all": [{"tier": "gold"}]}"#, .all([.tier(["gold"])])),
            (
                #"{"any": [{"weekday": "sat"}, {"dayOfMonth": 1}], "channel": "ec"}"#,
                .all([.channel(["ec"]), .any([.weekday([6]), .dayOfMonth([1])])])
            ),
        ] as [(String, Condition)])
    func `reads every condition`(_ text: String, _ condition: Condition) throws {
        let rules = try DraftRules.single(
            #""award": {"type": "fixed", "points": 5}, "when": \#(text)"#)
        #expect(rules.ruleset.earnRules.first?.condition == condition)
    }

    @Test(
        arguments: [
            ("{}", .all([])),
            (#"{"category": "food"}"#, .category(["food"])),
            (#"{"category": ["food/dairy", "wine"]}"#, .category(["food/dairy", "wine"])),
            (#"{"sku": ["1", "2"]}"#, .sku(["1", "2"])),
            (
                #"{"not": {"any": [{"sku": "1"}, {"category": "a"}]}, "category": "b"}"#,
                .all([.category(["b"]), .not(.any([.sku(["1"]), .category(["a"])]))])
            ),
        ] as [(String, LineCondition)])
    func `reads every condition on lines`(_ text: String, _ condition: LineCondition) throws {
        let rules = try DraftRules.single(
            #""award": {"type": "fixed", "points": 5}, "lines": \#(text)"#)
        #expect(rules.ruleset.earnRules.first?.lines == condition)
    }

    @Test(
        arguments: [
            (
                #"{"type": "rate", "points": 10, "per": 1000, "unit": true}"#,
                .rate(Rate(points: Fraction(10), per: 1_000, wholeStepsOnly: true))
            ),
            (
                #"{"type": "rate", "points": 1, "per": 1e2}"#,
                .rate(Rate(points: Fraction(1), per: 100))
            ),
            (
                #"{"type": "percent", "percent": 150}"#,
                .rate(Rate(points: Fraction(3, over: 200), per: 1))
            ),
            (
                #"{"type": "percent", "percent": "1.5"}"#,
                .rate(Rate(points: Fraction(3, over: 200), per: 1))
            ),
            (
                #"{"type": "percent", "percent": "0.000001"}"#,
                .rate(Rate(points: Fraction(1, over: 100_000_000), per: 1))
            ),
            (#"{"type": "percent", "percent": "1000"}"#, .rate(Rate(points: Fraction(10), per: 1))),
            (#"{"type": "fixed", "points": 500}"#, .fixed(points: 500)),
            (#"{"type": "per_item", "points": 5}"#, .perItem(points: 5)),
        ] as [(String, Award)])
    func `reads every award`(_ text: String, _ award: Award) throws {
        let rules = try DraftRules.single(#""award": \#(text)"#)
        #expect(rules.ruleset.earnRules.first?.award == award)
    }

    @Test func `fills in what an earning rule leaves out`() throws {
        let rules = try DraftRules.single(#""award": {"type": "rate", "points": 1, "per": 100}"#)
        #expect(
            rules.ruleset.earnRules == [
                EarnRule(
                    id: "earn/only", effective: EffectivePeriod(from: nil, to: nil),
                    condition: .all([]), lines: .all([]),
                    award: .rate(Rate(points: Fraction(1), per: 100)), includesTax: false,
                    redeemed: .deduct, stage: .order, rounding: .floor, group: "earn/only",
                    pick: .all, priority: 0, pointClass: .standard, validity: nil)
            ])
    }

    @Test func `fills in what a redemption rule leaves out`() throws {
        var draft = try DraftRules.check()
        try draft.replace(
            #""min": 1, "unit": 1, "maxPercentOfOrder": 100,"#, with: "", in: "burn/standard.json")
        let rule = try #require(try draft.source().ruleset().burnRules.first)
        #expect((rule.min, rule.unit, rule.maxPercentOfOrder) == (1, 1, 100))
        #expect(rule.maxPoints == nil)
    }

    private func tokyo() throws -> TimeZoneTable {
        try #require(TimeZoneTable(identifier: "Asia/Tokyo"))
    }
}
