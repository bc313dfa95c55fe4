import Testing

struct ProgramMistakeTests {
    @Test(arguments: settings + policies)
    func `names the place and the mistake`(_ mistake: Mistake) throws {
        try mistake.expectComplaint()
    }

    private static let file = "program.json"

    private static let settings = [
        Mistake(
            file, #""program": "check""#, #""program": """#, at: "/program",
            #"found "", expected a name of 1 to 255 bytes without space around it"#),
        Mistake(
            file, #""program": "check""#, #""program": " check""#, at: "/program",
            #"found " check", expected a name of 1 to 255 bytes without space around it"#),
        Mistake(
            file, #""currency": "JPY""#, #""currency": "yen""#, at: "/currency",
            #"found "yen", expected an ISO 4217 code such as "JPY""#),
        Mistake(
            file, #""Asia/Tokyo""#, #""Asia/Tokio""#, at: "/timeZone",
            #"found "Asia/Tokio", expected an IANA time zone such as "Asia/Tokyo"; did you mean "Asia/Tokyo"?"#
        ),
        Mistake(
            file, #""timeZone""#, #""timezone""#, at: "/timezone",
            #"unknown key "timezone"; did you mean "timeZone"?"#,
            and: [("", #""timeZone" is missing"#)]),
        Mistake(
            file, #""05:00""#, #""24:00""#, at: "/businessDayStartsAt",
            #"found "24:00", expected a time such as "05:00""#),
        Mistake(
            file, #""pointValue": 1"#, #""pointValue": 0"#, at: "/pointValue",
            "found 0, expected a whole number from 1 to 1000000"),
        Mistake(
            file, #""pointValue": 1"#, #""pointValue": 0.5"#, at: "/pointValue",
            "found 0.5, expected a whole number from 1 to 1000000"),
        Mistake(
            file, #""pointValue": 1,"#, "", at: "", #""pointValue" is missing"#),
        Mistake(
            file, #""ec_account": {}"#, #""ec_account": null"#, at: "/identities/ec_account",
            "found null, expected an object"),
        Mistake(
            file, #""^[0-9]{13}$""#, #""^[0-9{13}$""#, at: "/identities/store_card/pattern",
            #"found "^[0-9{13}$", expected a regular expression"#),
        Mistake(
            file, #""^[0-9]{13}$""#,
            #""^[0-9]{13}$", "issued": [{"from": "20", "to": "1A"}]"#,
            at: "/identities/store_card/issued/0/to", #"found "1A", expected digits"#),
        Mistake(
            file, #""^[0-9]{13}$""#,
            #""^[0-9]{13}$", "issued": [{"from": "20", "to": "100"}]"#,
            at: "/identities/store_card/issued/0",
            #""from" and "to" need as many digits, the first not after the last"#),
        Mistake(
            file, #""normalise": "phone_jp""#, #""normalise": "phone""#,
            at: "/identities/phone/normalise",
            #"found "phone", expected "plain", "email" or "phone_jp""#),
        Mistake(
            file, #""ec_account": {}"#, #""ec_account": {"normalize": "email"}"#,
            at: "/identities/ec_account/normalize",
            #"unknown key "normalize"; did you mean "normalise"?"#),
        Mistake(
            file, #""ec-co": {}"#, #""ec-co": {"name": "EC"}"#, at: "/companies/ec-co/name",
            #"unknown key "name", expected none"#),
        Mistake(
            file, #"{"company": "ec-co"}"#, #"{"company": "web-co"}"#, at: "/channels/ec/company",
            #"found "web-co", expected a company: ec-co or store-co"#),
        Mistake(
            file, #"{"company": "ec-co"}"#, #"{"company": "ec-co", "offlineRedeemMax": -1}"#,
            at: "/channels/ec/offlineRedeemMax",
            "found -1, expected a whole number from 0 to 1000000000000"),
        Mistake(
            file, #""anonymousSales": true"#, #""anonymousSales": "yes""#, at: "/anonymousSales",
            #"found "yes", expected true or false"#),
    ]

    private static let policies = [
        Mistake(
            file, #""style": "after_grant""#, #""style": "after_activity""#, at: "/expiry",
            #""activities" is missing"#),
        Mistake(
            file, #""months": 12"#, #""months": 12, "days": 30"#, at: "/expiry/months",
            "a validity has months or days, not both"),
        Mistake(
            file, #""months": 12"#, #""days": 0"#, at: "/expiry/days",
            "found 0, expected a whole number from 1 to 36525"),
        Mistake(
            file, #""style": "after_grant""#, #""style": "after_grand""#, at: "/expiry/style",
            #"found "after_grand", expected "after_grant", "after_activity", "fixed" or "never"; did you mean "after_grant"?"#
        ),
        Mistake(
            file, #""roundTo": "month_end""#, #""roundTo": "month""#, at: "/expiry/roundTo",
            #"found "month", expected "day", "month_end", "quarter_end", "half_year_end", "year_end" or "fiscal_year_end""#
        ),
        Mistake(
            file, #""roundTo": "month_end""#, #""roundTo": "fiscal_year_end""#, at: "/expiry",
            #""fiscalYearStartsIn" is missing"#),
        Mistake(
            file, #""roundTo": "month_end""#, #""fiscalYearStartsIn": 4"#,
            at: "/expiry/fiscalYearStartsIn",
            #"only "roundTo": "fiscal_year_end" has a first month"#),
        Mistake(
            file, #""style": "after_grant""#, #""style": "never""#, at: "/expiry/months",
            #"unknown key "months", expected style"#,
            and: [
                ("/expiry/roundTo", #"unknown key "roundTo", expected style"#)
            ]),
        Mistake(
            file, #"{"confirm": "at_once"}"#, #"{"confirm": "at_once", "afterDays": 3}"#,
            at: "/pending/store/afterDays", #"unknown key "afterDays", expected confirm"#),
        Mistake(
            file, #"{"confirm": "on_confirm"}"#, #"{"confirm": "on_shipment"}"#,
            at: "/pending/ec/confirm",
            #"found "on_shipment", expected "at_once" or "on_confirm""#),
        Mistake(
            file, #""ec": {"confirm": "on_confirm"}"#, #""web": {"confirm": "on_confirm"}"#,
            at: "/pending/web", #"there is no channel "web""#),
        Mistake(
            file, #""minutes": 30"#, #""minutes": "30""#, at: "/hold/minutes",
            #"found "30", expected a whole number from 1 to 525600"#),
        Mistake(
            file, #""shortfall": "refund""#, #""shortfall": "refunds""#, at: "/shortfall",
            #"found "refunds", expected "debt", "refund" or "forgive"; did you mean "refund"?"#),
        Mistake(
            file, #""restore": "original_lot""#, #""restore": "original_lot_grace""#,
            at: "/returns", #""graceDays" is missing"#),
        Mistake(
            file, #""restore": "original_lot""#, #""restore": "new_lot", "graceDays": 30"#,
            at: "/returns/graceDays", #"only "restore": "original_lot_grace" has days of grace"#),
        Mistake(
            file, #""holds": "block""#, #""holds": "cancel""#, at: "/withdrawal/holds",
            #"found "cancel", expected "block" or "release""#),
        Mistake(
            file, #""tier": "reset""#, #""tier": "drop""#, at: "/rejoin/tier",
            #"found "drop", expected "reset" or "keep""#),
        Mistake(
            file, #""recogniseForMonths": 24"#, #""recogniseForMonths": -1"#,
            at: "/rejoin/recogniseForMonths",
            "found -1, expected a whole number from 0 to 1200"),
        Mistake(
            file, #""redeem": false}"#, #""redeem": 0}"#, at: "/provisional/redeem",
            "found 0, expected true or false"),
    ]
}
