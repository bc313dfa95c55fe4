import PointsCore
import PointsEngine
import Testing

/// More than 100 points by hand need two people.
struct SecondActorTests {
    enum Hand: CaseIterable {
        case grant, raise, lower

        func action(_ points: Int64, approvedBy: String?) -> Action {
            let member = MemberReference.card(.card(1))
            return switch self {
            case .grant:
                .grant(
                    GrantPoints(
                        member: member, points: points, reason: "r", approvedBy: approvedBy))
            case .raise, .lower:
                .adjust(
                    AdjustPoints(
                        member: member, points: self == .raise ? points : -points, reason: "r",
                        approvedBy: approvedBy))
            }
        }
    }

    struct Row: Sendable {
        let points: Int64
        let actor: String?
        let approvedBy: String?
        let isAllowed: Bool
    }

    @Test(
        arguments: Hand.allCases,
        [
            Row(points: 100, actor: nil, approvedBy: nil, isAllowed: true),
            Row(points: 101, actor: nil, approvedBy: nil, isAllowed: false),
            Row(points: 101, actor: "kei", approvedBy: nil, isAllowed: false),
            Row(points: 101, actor: nil, approvedBy: "rin", isAllowed: false),
            Row(points: 101, actor: "kei", approvedBy: "kei", isAllowed: false),
            Row(points: 101, actor: "kei", approvedBy: "rin", isAllowed: true),
        ])
    func `many points by hand need two people`(_ hand: Hand, _ row: Row) throws {
        let program = try TestProgram([
            #""hold": {"minutes": 30},"#:
                #""hold": {"minutes": 30}, "byHand": {"secondActorAbove": 100},"#
        ])
        try program.receipt(.join("a", card: .card(1)))
        for key in ["b", "c", "d"] { try program.receipt(.grant(key, to: .card(1), 100)) }
        let command = Command(
            envelope: Envelope(
                method: "points.grant", idempotencyKey: "e", content: [1], actor: row.actor),
            action: hand.action(row.points, approvedBy: row.approvedBy))
        let refusal = try program.refusal(command)
        #expect(refusal?.code == (row.isAllowed ? nil : .forbidden))
        let moved = hand == .lower ? -row.points : row.points
        #expect(try program.balance(.card(1)).available == 300 + (row.isAllowed ? moved : 0))
    }
}
