import Testing

struct BurnRuleMistakeTests {
    @Test(arguments: rules + examples)
    func `names the place and the mistake`(_ mistake: Mistake) throws {
        try mistake.expectComplaint()
    }

    private static let burn = "burn/standard.json"
    private static let day = "earn/point-up-day.json"

    private static let rules = [
        Mistake(
            burn, #""min": 1"#, #""min": 0"#, at: "/min",
            "found 0, expected a whole number from 1 to 1000000000000"),
        Mistake(
            burn, #""unit": 1"#, #""unit": 0"#, at: "/unit",
            "found 0, expected a whole number from 1 to 1000000000000"),
        Mistake(
            burn, #""maxPercentOfOrder": 100"#, #""maxPercentOfOrder": 101"#,
            at: "/maxPercentOfOrder", "found 101, expected a whole number from 1 to 100"),
        Mistake(
            burn, #""min": 1"#, #""min": 500, "maxPoints": 499"#, at: "/maxPoints",
            "found 499, fewer than the least, 500"),
        Mistake(
            burn, #""min": 1"#, #""shipping": "no""#, at: "/shipping",
            #"found "no", expected true or false"#),
        Mistake(
            burn, #""min": 1"#, #""tax": "excluded""#, at: "/tax",
            #"found "excluded", expected true or false"#),
        Mistake(
            burn, #""min": 1"#, #""lineLimits": [{"maxPercent": 50}]"#, at: "/lineLimits/0",
            #""lines" is missing"#),
        Mistake(
            burn, #""min": 1"#,
            #""lineLimits": [{"lines": {"sku": "a"}, "maxPercent": 101}]"#,
            at: "/lineLimits/0/maxPercent", "found 101, expected a whole number from 0 to 100"),
        Mistake(
            burn, #""min": 1"#, #""channel": ["ec"]"#, at: "/channel",
            #""channel" belongs into "when""#),
        Mistake(
            burn, #""min": 1"#, #""award": {}"#, at: "/award",
            #"unknown key "award", expected id, kind, title, effective, when, lines, examples, min, unit, maxPercentOfOrder, maxPoints, lineLimits, tax or shipping"#
        ),
    ]

    private static let examples = [
        Mistake(
            burn, #""expect": {"redeemable": 1100}"#, #""expect": {"points": 1100}"#,
            at: "/examples/0/expect", #""redeemable" is missing"#,
            and: [("/examples/0/expect/points", #"unknown key "points", expected redeemable"#)]),
        Mistake(
            burn, #""examples""#, #""example""#, at: "", #""examples" is missing"#,
            and: [("/example", #"unknown key "example"; did you mean "examples"?"#)]),
        Mistake(
            burn, #"{"channel": "store", "#, "{", at: "/examples/0/given", #""channel" is missing"#),
        Mistake(
            burn, #""channel": "store""#, #""channel": "stor""#, at: "/examples/0/given/channel",
            #"found "stor", expected a channel; did you mean "store"?"#),
        Mistake(
            burn, #", "taxRate": 10"#, "", at: "/examples/0/given/lines/0", #""taxRate" is missing"#
        ),
        Mistake(
            burn, #""taxRate": 10"#, #""taxRate": 0.1"#, at: "/examples/0/given/lines/0/taxRate",
            "found 0.1, expected a whole number from 0 to 100"),
        Mistake(
            burn, #""amount": 1100"#, #""amount": -1"#, at: "/examples/0/given/lines/0/amount",
            "found -1, expected a whole number from 0 to 1000000000000"),
        Mistake(
            burn, #""amount": 1100"#, #""amount": 1100, "quantity": 0"#,
            at: "/examples/0/given/lines/0/quantity",
            "found 0, expected a whole number from 1 to 1000000"),
        Mistake(
            burn, #"[{"amount": 1100, "taxRate": 10}]"#, "[]", at: "/examples/0/given/lines",
            "found an empty list, expected a list with at least one entry"),
        Mistake(
            day, #""2026-06-20T12:00:00+09:00""#, #""2026-06-20T12:00:00""#,
            at: "/examples/0/given/occurredAt",
            #"found "2026-06-20T12:00:00", expected a moment such as "2026-04-01T12:00:00+09:00""#),
    ]
}
