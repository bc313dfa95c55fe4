import Testing

struct EarnRuleMistakeTests {
    @Test(arguments: heads + conditions + awards + parts)
    func `names the place and the mistake`(_ mistake: Mistake) throws {
        try mistake.expectComplaint()
    }

    private static let base = "earn/base.json"
    private static let day = "earn/point-up-day.json"
    private static let award = #"{"type": "rate", "points": 1, "per": 100}"#
    private static let multiplier =
        #"{"type": "multiply", "by": 3, "of": ["earn/base"], "rounded": true}"#

    private static let heads = [
        Mistake(
            base, #""id": "earn/base""#, #""id": "earn/Base""#, at: "/id",
            #"found "earn/Base", expected "earn/base", after the file"#),
        Mistake(
            base, #""kind": "earn""#, #""kind": "burn""#, at: "/kind",
            #"found "burn", expected "earn""#),
        Mistake(
            base, #", "en": "Base points""#, "", at: "/title", #""en" is missing"#),
        Mistake(
            base, #""en": "Base points""#, #""en": """#, at: "/title/en",
            #"found "", expected a text"#),
        Mistake(
            base, #""from": "2026-01-01""#, #""from": "2026-02-30""#, at: "/effective/from",
            #"found "2026-02-30", expected a date such as "2026-04-01"; there is no such day"#),
        Mistake(
            base, #""from": "2026-01-01""#, #""from": "2026-13-01""#, at: "/effective/from",
            #"found "2026-13-01", expected a date such as "2026-04-01"; there is no such day"#),
        Mistake(
            base, #""from": "2026-01-01""#, #""from": "2026-1-01""#, at: "/effective/from",
            #"found "2026-1-01", expected a date such as "2026-04-01""#),
        Mistake(
            base, #""channel": "store", "lines""#,
            #""channel": "store", "occurredAt": "2026-04-31T12:00:00+09:00", "lines""#,
            at: "/examples/0/given/occurredAt",
            #"found "2026-04-31T12:00:00+09:00", expected a moment such as "2026-04-01T12:00:00+09:00"; there is no such day"#
        ),
        Mistake(
            base, #""channel": "store", "lines""#,
            #""channel": "store", "occurredAt": "2026-04-30T25:00:00+09:00", "lines""#,
            at: "/examples/0/given/occurredAt",
            #"found "2026-04-30T25:00:00+09:00", expected a moment such as "2026-04-01T12:00:00+09:00""#
        ),
        Mistake(
            base, #""from": "2026-01-01""#, #""from": "2026-01-01", "to": "2025-12-31""#,
            at: "/effective", "the period ends on 2025-12-31, before it begins on 2026-01-01"),
        Mistake(
            base, #""when""#, #""wen""#, at: "/wen", #"unknown key "wen"; did you mean "when"?"#),
        Mistake(
            base, #""stacking""#, #""a/b~c""#, at: "/a~1b~0c",
            #"unknown key "a/b~c", expected id, kind, title, effective, when, lines, examples, award, base, rounding, stacking, grant or caps"#
        ),
    ]

    private static let conditions = [
        when(
            #"{"chanel": ["store"]}"#, at: "/chanel",
            #"unknown key "chanel"; did you mean "channel"?"#),
        when(
            #"{"channel": ["store", "shop"]}"#, at: "/channel/1",
            #"found "shop", expected a channel: ec or store"#),
        when(
            #"{"channel": []}"#, at: "/channel",
            "found an empty list, expected a list with at least one entry"),
        when(
            #"{"company": "store-c"}"#, at: "/company",
            #"found "store-c", expected a company; did you mean "store-co"?"#),
        when(
            #"{"store": 1}"#, at: "/store",
            "found 1, expected a name of 1 to 255 bytes without space around it"),
        when(
            #"{"dayOfMonth": [20, 32]}"#, at: "/dayOfMonth/1",
            "found 32, expected a whole number from 1 to 31"),
        when(
            #"{"weekday": ["mon", "funday"]}"#, at: "/weekday/1",
            #"found "funday", expected a day of the week, mon to sun or 1 to 7"#),
        when(
            #"{"dates": ["2026-12-24", {"from": "2026-12-31"}]}"#, at: "/dates/1",
            #""to" is missing"#),
        when(
            #"{"dates": {"from": "2026-12-31", "to": "2026-12-01"}}"#, at: "/dates",
            "the period ends on 2026-12-01, before it begins on 2026-12-31"),
        when(
            #"{"timeOfDay": {"from": "9:00", "to": "12:00"}}"#, at: "/timeOfDay/from",
            #"found "9:00", expected a time such as "05:00""#),
        when(
            #"{"timeOfDay": {"from": "09:00", "to": "09:00"}}"#, at: "/timeOfDay",
            "the period ends when it begins"),
        when(#"{"orderTotal": {}}"#, at: "/orderTotal", #"found neither "min" nor "max""#),
        when(
            #"{"orderTotal": {"min": 2, "max": 1}}"#, at: "/orderTotal",
            "the greatest total 1 is below the least, 2"),
        when(
            #"{"segment": 5}"#, at: "/segment",
            "found 5, expected a name of 1 to 255 bytes without space around it"
        ),
        when(
            #"{"any": [{"firstPurchase": 1}]}"#, at: "/any/0/firstPurchase",
            "found 1, expected true or false"),
        when(
            #"{"orderTotal": {"min": 1, "tax": "none"}}"#, at: "/orderTotal/tax",
            #"found "none", expected "included" or "excluded""#),
        when(
            #"{"basket": {"lines": {"sku": "a"}}}"#, at: "/basket",
            #"found neither "quantity" nor "amount""#),
        when(
            #"{"basket": {"quantity": {}}}"#, at: "/basket/quantity",
            #"found neither "min" nor "max""#),
        when(
            #"{"basket": {"quantity": {"min": 3, "max": 2}}}"#, at: "/basket/quantity",
            "the greatest quantity 2 is below the least, 3"),
        when(
            #"{"paymentMethod": []}"#, at: "/paymentMethod",
            "found an empty list, expected a list with at least one entry"),
        when(
            #"{"memberSince": {}}"#, at: "/memberSince",
            #"found no condition, expected "from", "to", "minDays" or "maxDays""#),
        when(
            #"{"memberSince": {"from": "2026-02-02", "to": "2026-02-01"}}"#, at: "/memberSince",
            "the period ends on 2026-02-01, before it begins on 2026-02-02"),
        when(
            #"{"memberSince": {"minDays": 30, "maxDays": 29}}"#, at: "/memberSince",
            "29 days at most are fewer than 30 at least"),
        when(
            #"{"birthdayMonth": "yes"}"#, at: "/birthdayMonth",
            #"found "yes", expected true or false"#),
        when(#"{"ageRange": {}}"#, at: "/ageRange", #"found neither "min" nor "max""#),
        when(
            #"{"ageRange": {"min": 151}}"#, at: "/ageRange/min",
            "found 151, expected a whole number from 0 to 150"),
        when(
            #"{"ageRange": {"min": 60, "max": 59}}"#, at: "/ageRange",
            "the greatest age 59 is below the least, 60"),
        when(
            #"{"all": {"channel": "ec"}}"#, at: "/all",
            "found an object, expected a list with at least one entry"),
        when(#"{"not": {}}"#, at: "/not", "found no condition"),
        lines(
            #"{"category": "food//dairy"}"#, at: "/category",
            #"found "food//dairy", expected a path such as "food/dairy""#),
        lines(
            #"{"channel": "ec"}"#, at: "/channel",
            #"unknown key "channel", expected category, sku, all, any or not"#),
        lines(#"{"any": [{}]}"#, at: "/any/0", "found no condition"),
    ]

    private static let awards = [
        award(#"{"points": 1, "per": 100}"#, at: "", #""type" is missing"#),
        award(
            #"{"type": "percentage", "percent": 100}"#, at: "/type",
            #"found "percentage", expected "rate", "percent", "fixed", "per_item", "multiply" or "add_percent""#
        ),
        Mistake(
            day, multiplier, #"{"type": "add_percent", "percent": 100}"#, at: "/award",
            #""of" is missing"#),
        award(
            #"{"type": "rate", "points": 1, "per": 0}"#, at: "/per",
            "found 0, expected a whole number from 1 to 1000000000"),
        award(
            #"{"type": "rate", "points": 1.5, "per": 100}"#, at: "/points",
            "found 1.5, expected a whole number from 1 to 1000000"),
        award(
            #"{"type": "rate", "points": 11, "per": 1}"#, at: "",
            "found 11 points per 1, expected at most 10 points for each"),
        award(
            #"{"type": "rate", "points": 1, "per": 100, "units": true}"#, at: "/units",
            #"unknown key "units"; did you mean "unit"?"#),
        award(
            #"{"type": "percent", "percent": 1.5}"#, at: "/percent",
            #"found 1.5, expected basis points from 1 to 100000 or percent as a decimal string such as "1.5""#
        ),
        award(
            #"{"type": "percent", "percent": "1,5"}"#, at: "/percent",
            #"found "1,5", expected basis points from 1 to 100000 or percent as a decimal string such as "1.5""#
        ),
        award(
            #"{"type": "percent", "percent": "0.0"}"#, at: "/percent",
            #"found "0.0", expected basis points from 1 to 100000 or percent as a decimal string such as "1.5""#
        ),
        Mistake(
            day, #""by": 3"#, #""by": "1.0""#, at: "/award/by",
            #"found "1.0", expected a whole number or a decimal string such as "1.5", above 1 and at most 100"#
        ),
        Mistake(
            day, #"["earn/base"]"#, #"["earn/bse"]"#, at: "/award/of/0",
            #"found "earn/bse", expected an earning rule; did you mean "earn/base"?"#),
        Mistake(
            day, #"["earn/base"]"#, #"["earn/point-up-day"]"#, at: "/award/of/0",
            #"found "earn/point-up-day", expected a rule that does not build on others itself"#),
        Mistake(
            day, #"["earn/base"]"#, #""earn/base""#, at: "/award/of",
            #"found "earn/base", expected a list with at least one entry"#),
    ]

    private static let parts = [
        Mistake(
            base, #""tax": "excluded""#, #""tax": "exclude""#, at: "/base/tax",
            #"found "exclude", expected "excluded" or "included"; did you mean "excluded"?"#),
        Mistake(
            base, #""redeemed": "deduct""#, #""redeemed": "take""#, at: "/base/redeemed",
            #"found "take", expected "deduct", "keep" or "deduct_at_base_rate""#),
        Mistake(
            base, #""stage": "order""#, #""stage": "basket""#, at: "/rounding/stage",
            #"found "basket", expected "unit", "line", "tax_rate" or "order""#),
        Mistake(
            base, #""mode": "floor""#, #""mode": "flor""#, at: "/rounding/mode",
            #"found "flor", expected "floor", "half_up" or "ceil"; did you mean "floor"?"#),
        Mistake(
            base, #""pick": "best""#, #""pick": "most""#, at: "/stacking/pick",
            #"found "most", expected "best", "first" or "all""#),
        Mistake(
            day, #"{"group": "campaign", "pick": "best"}"#, #"{"group": "base"}"#,
            at: "/stacking/pick",
            #"found "all", expected "best" as earn/base of the same group says"#),
        Mistake(
            base, #"{"class": "standard"}"#,
            #"{"class": "standard", "pending": {"confirm": "at_once"}}"#, at: "/grant/pending",
            "points that wait by a rule of their own need a class of their own"),
        Mistake(
            base, #"{"class": "standard"}"#,
            #"{"class": "x", "pending": {"confirm": "after_sale"}}"#, at: "/grant/pending",
            #""days" is missing"#),
        Mistake(
            base, #"{"class": "standard"}"#, #"{"validity": {"until": "soon"}}"#,
            at: "/grant/validity/until", #"found "soon", expected a date such as "2026-04-01""#),
        Mistake(
            base, #"{"class": "standard"}"#, #"{"validity": {"months": 3}}"#, at: "/grant/validity",
            #""style" is missing"#),
        Mistake(
            base, #""grant""#, #""caps": [{"points": 9, "per": "months"}], "grant""#,
            at: "/caps/0/per",
            #"found "months", expected "order", "day", "month", "member" or "campaign"; did you mean "month"?"#
        ),
        Mistake(
            base, #""grant""#,
            #""caps": [{"points": 9, "per": "order"}, {"points": 8, "per": "order"}], "grant""#,
            at: "/caps/1", "found a second cap per order, expected one"),
        Mistake(
            day, #""award""#, #""lines": {"sku": "1"}, "award""#, at: "/lines",
            #"a rule that builds on others has no "lines"; those others have"#),
        Mistake(
            day, #""award""#, #""rounding": {"stage": "line"}, "award""#, at: "/rounding/stage",
            "a rule that builds on others is rounded once for the order"),
        Mistake(
            day, multiplier, #"{"type": "fixed", "points": 5}, "base": {"tax": "included"}"#,
            at: "/base", #"only awards for money have "base""#),
    ]

    private static func when(_ new: String, at pointer: String, _ problem: String) -> Mistake {
        Mistake(base, #"{"channel": ["store", "ec"]}"#, new, at: "/when" + pointer, problem)
    }

    private static func lines(_ new: String, at pointer: String, _ problem: String) -> Mistake {
        Mistake(
            base, #"{"not": {"category": ["gift_card"]}}"#, new, at: "/lines" + pointer, problem)
    }

    private static func award(_ new: String, at pointer: String, _ problem: String) -> Mistake {
        Mistake(base, award, new, at: "/award" + pointer, problem)
    }
}
