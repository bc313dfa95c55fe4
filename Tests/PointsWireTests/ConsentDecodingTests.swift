import PointsCore
import PointsJSON
import PointsWire
import Testing

/// Answers in requests: what no single parameter tells.
struct ConsentDecodingTests {
    private func command(_ method: String, _ params: String) throws -> Command {
        let object = try #require(try JSON(parsing: "{\(params)}").object)
        return try CommandDecoder.command(method: method, params: object)
    }

    private static let answer =
        #"{"purpose":"email","company":"ec-co","version":"1","granted":true}"#
    private static let member = #""member":"m_x","idempotencyKey":"k""#

    @Test
    func `answers come with their evidence, on joining too`() throws {
        let given = GivenConsents(
            [
                ConsentAnswer(
                    topic: ConsentTopic(purpose: "email", company: "ec-co"), version: "1",
                    isGranted: true)
            ], evidence: ConsentEvidence(values: ["ip": "192.0.2.7"]))
        let parts = #""consents":[\#(Self.answer)],"evidence":{"ip":"192.0.2.7"}"#
        guard
            case .recordConsents(_, let recorded) = try command(
                "consent.record", "\(Self.member),\(parts)"
            ).action,
            case .join(let join) = try command(
                "member.join", #""idempotencyKey":"k",\#(parts)"#
            ).action
        else { throw Refusal.internalFault("another command") }
        #expect(recorded == given && join.consents == given)
        guard case .join(let plain) = try command("member.join", #""idempotencyKey":"k""#).action
        else { throw Refusal.internalFault("another command") }
        #expect(plain.consents == .none)
    }

    @Test(arguments: [
        (
            "consent.record", #""consents":[\#(answer),\#(answer)]"#, "/consents",
            "one answer to each purpose of each company"
        ),
        (
            "member.join", #""evidence":{"ip":"192.0.2.7"}"#, "/evidence",
            "left out: there are no consents that it belongs to"
        ),
        (
            "consent.record", #""consents":[]"#, "/consents", "an array of 1 to 100 objects"
        ),
    ])
    func `answers that contradict each other, and evidence of nothing, are refused`(
        _ method: String, _ params: String, _ pointer: String, _ expected: String
    ) throws {
        let whose = method == "member.join" ? #""idempotencyKey":"k""# : Self.member
        #expect(throws: Refusal.invalidParams(pointer: pointer, expected: expected)) {
            try command(method, "\(whose),\(params)")
        }
    }

    @Test
    func `a policy asks anew unless told, and evidence of empty fields is none`() throws {
        let base = #""purpose":"email","version":"2","idempotencyKey":"k""#
        guard
            case .publishPolicy(let policy) = try command("policy.publish", base).action,
            case .publishPolicy(let mild) = try command(
                "policy.publish", base + #","reconsent":false"#
            ).action,
            case .recordConsents(_, let given) = try command(
                "consent.record", "\(Self.member),\"consents\":[\(Self.answer)],\"evidence\":{}"
            ).action
        else { throw Refusal.internalFault("another command") }
        #expect(policy.version.asksAnew && !mild.version.asksAnew)
        #expect(policy.company == nil && policy.effectiveFrom == nil)
        #expect(given.evidence == nil)
    }
}
