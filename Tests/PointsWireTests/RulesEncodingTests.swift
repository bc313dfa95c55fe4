import PointsCore
import PointsJSON
import Testing

@testable import PointsWire

/// Answers about rules, byte for byte.
struct RulesEncodingTests {
    private func version(
        _ effectiveFrom: Instant, reason: String? = nil
    ) throws -> RulesView.Version {
        let activated = RulesActivated(
            hash: [0x0a, 0xff], effectiveFrom: effectiveFrom, reason: reason)
        return try #require(RulesView.Version(Sample.entry(.rulesActivated(activated), member: 0)))
    }

    @Test
    func `rules in force have their files, and others only their names`() throws {
        let (first, next) = (try version(.distantPast), try version(Sample.noon, reason: "summer"))
        let view = RulesView(
            current: first, content: Array(#"{"program.json":{"a":1}}"#.utf8), announced: [next],
            history: [next, first])
        let texts = [
            #""hash":"0aff","effectiveFrom":null,"transaction":"t_7","announcedAt":"2026-06-10T12:01:00+09:00""#,
            #""hash":"0aff","effectiveFrom":"2026-06-10T12:00:00+09:00","transaction":"t_7","announcedAt":"2026-06-10T12:01:00+09:00","reason":"summer""#,
        ]
        #expect(
            Sample.text(of: .rules(view)) == """
                {"rules":{\(texts[0]),"files":{"program.json":{"a":1}}},\
                "announced":[{\(texts[1])}],"history":[{\(texts[1])},{\(texts[0])}]}
                """)
    }

    @Test
    func `a look at rules tells what it counted and what is wrong`() {
        let good = RulesCheck(
            hash: [1], ruleset: nil, earnFiles: 2, burnFiles: 1, activityFiles: 3, segmentFiles: 4,
            offerFiles: 6,
            examplesPassed: 5,
            examplesFailed: 0, problems: [])
        #expect(
            Sample.text(of: .rulesCheck(good)) == """
                {"ok":true,"hash":"01","earn":2,"burn":1,"activities":3,"segments":4,"offers":6,\
                "examples":{"passed":5,"failed":0},"problems":[]}
                """)
        let bad = RulesCheck(
            hash: [1], ruleset: nil, earnFiles: 0, burnFiles: 0, activityFiles: 0,
            examplesPassed: 0,
            examplesFailed: 1,
            problems: [RulesProblem(file: "f", pointer: "/a", problem: "p")])
        #expect(
            Sample.text(of: .rulesCheck(bad)) == """
                {"ok":false,"hash":"01","earn":0,"burn":0,"activities":0,"segments":0,"offers":0,\
                "examples":{"passed":0,"failed":1},\
                "problems":[{"file":"f","pointer":"/a","problem":"p"}]}
                """)
    }

    @Test(arguments: [false, true])
    func `an activation tells its moment and what it changes`(isReplay: Bool) {
        let activated = RulesActivated(hash: [1], effectiveFrom: Sample.noon)
        let change = RulesChange(file: "f", pointer: "/a", ja: "日", en: "e")
        let receipt = Receipt(
            entry: Sample.entry(.rulesActivated(activated), member: Entry.programMember),
            isReplay: isReplay, changes: [change])
        #expect(
            Sample.text(of: .done(receipt)) == """
                {\(isReplay ? #""replayed":true,"# : "")"rules":{"hash":"01",\
                "effectiveFrom":"2026-06-10T12:00:00+09:00","transaction":"t_7"},\
                "changes":[{"file":"f","pointer":"/a","ja":"日","en":"e"}]}
                """)
    }

    @Test
    func `rules with mistakes are refused with all of them`() {
        let refusal = Refusal.rulesInvalid([
            RulesProblem(file: "f", pointer: "/a", problem: "p"),
            RulesProblem(file: "g", pointer: "", problem: "q"),
        ])
        var writer = JSONWriter()
        writer.object { ReplyEncoder.writeDetails(of: refusal, to: &$0) }
        #expect(refusal.message == "f at /a: p; and 1 more")
        #expect(
            String(decoding: writer.bytes, as: UTF8.self) == """
                {"retryable":false,"file":"f","pointer":"/a","problems":[\
                {"file":"f","pointer":"/a","problem":"p"},{"file":"g","pointer":"","problem":"q"}]}
                """)
    }
}
