import PointsCore
import PointsEngine
import Testing

/// Where a member may stand × what may be asked: the table of `Documentation/membership.md`.
struct StateTableTests {
    /// What a command comes to: where the member stands then, or why it is refused.
    enum Outcome: Equatable, CustomStringConvertible {
        case stands(MemberStatus)
        case refused(ErrorCode)

        var description: String {
            switch self {
            case .stands(let status): "→ \(status.rawValue)"
            case .refused(let code): code.rawValue
            }
        }
    }

    /// A command about the member with card 1, given their id.
    struct Deed: Sendable, CustomTestStringConvertible {
        let name: String
        let command: @Sendable (MemberID) -> Command

        init(_ name: String, _ command: @escaping @Sendable (MemberID) -> Command) {
            self.name = name
            self.command = command
        }

        var testDescription: String { name }
    }

    /// The states that a member may be in, in the order of the columns.
    static let states: [MemberStatus] = [
        .visitor, .provisional, .active, .suspended, .withdrawn, .merged,
    ]

    /// A program with a member of that status, who had a purchase and a hold while they could; card 2 is another member.
    private static func program(_ status: MemberStatus) throws -> (TestProgram, MemberID) {
        let program = try TestProgram(
            ConsentProgram.source([
                #""holds": "block""#: #""holds": "release""#,
                #""ec_account": {}"#: #""ec_account": {}, "visitor": {"anonymous": true}"#,
            ]))
        try program.receipt(.join("a", card: .card(2)))
        if status == .visitor {
            let visit = Command.change(
                "b", "activity.record",
                .recordActivity(
                    RecordActivity(
                        member: .identity(kind: "visitor", value: "v-1"), activity: "view")),
                channel: "ec")
            let number = try program.receipt(visit).entry.member
            return (program, try program.id(of: number))
        }
        let joined = try program.receipt(
            .join("b", card: .card(1), provisional: status == .provisional))
        let id = try #require(joined.member?.id)
        try program.receipt(.sale("c", to: .card(1), order: "1", yen: 11_000, quantity: 2))
        if status != .provisional { try program.receipt(.hold("h", .card(1), 10)) }
        switch status {
        case .suspended: try program.receipt(.suspend("d", .id(id)))
        case .withdrawn: try program.receipt(.withdraw("d", .id(id)))
        case .merged: try program.receipt(.merge("d", .id(id), into: .card(.card(2))))
        default: break
        }
        return (program, id)
    }

    static let deeds: [Deed] = [
        Deed("member.register") { .register("k", .id($0), [.email("a@example.jp")]) },
        Deed("member.link") { .link("k", .id($0), .email("a@example.jp")) },
        Deed("member.unlink") { .unlink("k", .id($0), .card(.card(1))) },
        Deed("member.replaceIdentity") {
            .replace("k", .id($0), lost: .card(.card(1)), with: .card(.card(9)))
        },
        Deed("member.suspend") { .suspend("k", .id($0)) },
        Deed("member.resume") { .resume("k", .id($0)) },
        Deed("member.merge (into another)") { .merge("k", .id($0), into: .card(.card(2))) },
        Deed("member.merge (of another)") { .merge("k", .card(.card(2)), into: .id($0)) },
        Deed("member.withdraw") { .withdraw("k", .id($0)) },
        Deed("member.rejoin") { _ in .rejoin("k", card: .card(1)) },
        Deed("points.grant") { id in
            .change(
                "k", "points.grant",
                .grant(GrantPoints(member: .id(id), points: 5, reason: "test")))
        },
        Deed("points.adjust") { id in
            .change(
                "k", "points.adjust",
                .adjust(AdjustPoints(member: .id(id), points: 5, reason: "test")))
        },
        Deed("hold.place") { id in
            .change(
                "k", "hold.place",
                .placeHold(PlaceHold(member: .id(id), points: 5, order: nil, expiresAt: nil)))
        },
        Deed("purchase.record") { .sale("k", toID: $0, order: "2", redeem: nil) },
        Deed("purchase.record (paid with points)") {
            .sale("k", toID: $0, order: "2", redeem: 10)
        },
        Deed("purchase.return") { _ in .takeBack("k", "1", pieces: 1) },
        Deed("activity.record") { id in
            .change(
                "k", "activity.record",
                .recordActivity(RecordActivity(member: .id(id), activity: "view")), channel: "ec")
        },
        Deed("member.unmerge (from another)") {
            .unmerge("k", .id($0), from: .card(.card(2)))
        },
        Deed("member.update") { .update("k", .id($0), ["familyName": "山田"]) },
        Deed("member.erase") { .erase("k", .id($0)) },
        Deed("consent.record") { .agree("k", .id($0), to: ConsentProgram.email) },
        Deed("preference.set") { .prefer("k", .id($0), "newsletter", false) },
        Deed("member.get") { .member(.id($0)) },
        Deed("member.export") { .export(.id($0)) },
        Deed("points.history") { .history(of: .id($0)) },
        Deed("consent.list") { .consents(of: .id($0)) },
    ]

    /// In the order of ``states``.
    static let table: [[Outcome]] = [
        // member.register
        [
            .refused(.statusConflict), .stands(.active), .refused(.statusConflict),
            .refused(.memberSuspended), .refused(.memberWithdrawn), .refused(.memberMerged),
        ],
        // member.link
        [
            .refused(.statusConflict), .stands(.provisional), .stands(.active),
            .refused(.memberSuspended), .refused(.memberWithdrawn), .refused(.memberMerged),
        ],
        // member.unlink
        [
            .refused(.invalidParams), .stands(.provisional), .stands(.active),
            .stands(.suspended), .refused(.memberWithdrawn), .refused(.memberMerged),
        ],
        // member.replaceIdentity
        [
            .refused(.invalidParams), .stands(.provisional), .stands(.active),
            .stands(.suspended), .refused(.memberWithdrawn), .refused(.memberMerged),
        ],
        // member.suspend
        [
            .refused(.statusConflict), .stands(.suspended), .stands(.suspended),
            .refused(.memberSuspended), .refused(.memberWithdrawn), .refused(.memberMerged),
        ],
        // member.resume
        [
            .refused(.statusConflict), .refused(.statusConflict), .refused(.statusConflict),
            .stands(.active), .refused(.memberWithdrawn), .refused(.memberMerged),
        ],
        // member.merge into another
        [
            .stands(.merged), .stands(.merged), .stands(.merged),
            .refused(.memberSuspended), .refused(.memberWithdrawn), .refused(.memberMerged),
        ],
        // member.merge of another
        [
            .refused(.statusConflict), .refused(.statusConflict), .stands(.active),
            .refused(.memberSuspended), .refused(.memberWithdrawn), .refused(.memberMerged),
        ],
        // member.withdraw
        [
            .stands(.withdrawn), .stands(.withdrawn), .stands(.withdrawn),
            .stands(.withdrawn), .refused(.memberWithdrawn), .refused(.memberMerged),
        ],
        // member.rejoin
        [
            .stands(.visitor), .refused(.identityTaken), .refused(.identityTaken),
            .refused(.identityTaken), .stands(.active), .refused(.identityTaken),
        ],
        // points.grant
        [
            .refused(.statusConflict), .stands(.provisional), .stands(.active),
            .refused(.memberSuspended), .refused(.memberWithdrawn), .refused(.memberMerged),
        ],
        // points.adjust
        [
            .refused(.statusConflict), .stands(.provisional), .stands(.active),
            .refused(.memberSuspended), .refused(.memberWithdrawn), .refused(.memberMerged),
        ],
        // hold.place
        [
            .refused(.memberProvisional), .refused(.memberProvisional), .stands(.active),
            .refused(.memberSuspended), .refused(.memberWithdrawn), .refused(.memberMerged),
        ],
        // purchase.record
        [
            .stands(.visitor), .stands(.provisional), .stands(.active),
            .refused(.memberSuspended), .refused(.memberWithdrawn), .refused(.memberMerged),
        ],
        // purchase.record, paid with points
        [
            .refused(.memberProvisional), .refused(.memberProvisional), .stands(.active),
            .refused(.memberSuspended), .refused(.memberWithdrawn), .refused(.memberMerged),
        ],
        // purchase.return
        [
            .refused(.purchaseUnknown), .stands(.provisional), .stands(.active),
            .stands(.suspended), .stands(.withdrawn), .stands(.merged),
        ],
        // activity.record
        [
            .stands(.visitor), .stands(.provisional), .stands(.active),
            .refused(.memberSuspended), .refused(.memberWithdrawn), .refused(.memberMerged),
        ],
        // member.unmerge
        [
            .refused(.mergeNotReversible), .refused(.mergeNotReversible),
            .refused(.mergeNotReversible), .refused(.mergeNotReversible),
            .refused(.mergeNotReversible), .stands(.active),
        ],
        // member.update
        [
            .refused(.statusConflict), .stands(.provisional), .stands(.active),
            .stands(.suspended), .refused(.memberWithdrawn), .refused(.memberMerged),
        ],
        // member.erase
        [
            .refused(.statusConflict), .refused(.statusConflict), .refused(.statusConflict),
            .refused(.statusConflict), .stands(.withdrawn), .refused(.memberMerged),
        ],
        // consent.record
        [
            .refused(.statusConflict), .stands(.provisional), .stands(.active),
            .stands(.suspended), .refused(.memberWithdrawn), .refused(.memberMerged),
        ],
        // preference.set
        [
            .refused(.statusConflict), .stands(.provisional), .stands(.active),
            .stands(.suspended), .refused(.memberWithdrawn), .refused(.memberMerged),
        ],
        // member.get
        [
            .stands(.visitor), .stands(.provisional), .stands(.active),
            .stands(.suspended), .stands(.withdrawn), .refused(.memberMerged),
        ],
        // member.export
        [
            .stands(.visitor), .stands(.provisional), .stands(.active), .stands(.suspended),
            .stands(.withdrawn), .stands(.merged),
        ],
        // points.history
        [
            .stands(.visitor), .stands(.provisional), .stands(.active), .stands(.suspended),
            .stands(.withdrawn), .stands(.merged),
        ],
        // consent.list
        [
            .stands(.visitor), .stands(.provisional), .stands(.active), .stands(.suspended),
            .stands(.withdrawn), .stands(.merged),
        ],
    ]

    @Test(arguments: zip(deeds, table))
    func `each command has one outcome for each place where a member stands`(
        _ deed: Deed, _ row: [Outcome]
    ) throws {
        for (status, expected) in zip(Self.states, row) {
            let (program, id) = try Self.program(status)
            let entries = try program.entryCount
            let outcome: Outcome
            if let refusal = try program.refusal(deed.command(id)) {
                outcome = .refused(refusal.code)
                #expect(try program.entryCount == entries)
            } else {
                outcome = .stands(try program.member(id.number).status)
            }
            #expect(outcome == expected, "\(deed.name), \(status.rawValue)")
            let member = try program.member(id.number)
            if !member.isThere { #expect(member.wallet.available + member.wallet.held == 0) }
            #expect(try program.verification().isOK, "\(deed.name), \(status.rawValue)")
        }
    }

    @Test func `the table has a row for each command and a column for each place`() {
        #expect(Self.deeds.count == Self.table.count)
        #expect(Self.table.allSatisfy { $0.count == Self.states.count })
        #expect(Set(Self.states) == Set(MemberStatus.allCases))
    }
}
