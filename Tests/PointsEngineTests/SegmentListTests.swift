import PointsCore
import Testing

@testable import PointsEngine

/// Who is in a segment.
struct SegmentListTests {
    /// Of 9 cards the odd ones agreed to e-mail, and all but the last bought for 11,000 yen.
    private func program() throws -> TestProgram {
        let program = try TestProgram(OfferProgram.source())
        for number in 1...9 {
            try program.receipt(.join("j\(number)", card: .card(number)))
            if number < 9 {
                try program.receipt(
                    .sale(
                        "s\(number)", to: .card(number), order: "\(number)", yen: 11_000,
                        quantity: 2))
            }
            guard !number.isMultiple(of: 2) else { continue }
            try program.receipt(
                .agree("c\(number)", .card(.card(number)), to: ConsentProgram.email))
        }
        return program
    }

    private func list(_ command: Command, in program: TestProgram) throws -> SegmentView {
        guard case .segment(let view) = try program.reply(to: command) else {
            throw Refusal.internalFault("no segment")
        }
        return view
    }

    private func numbers(_ command: Command, in program: TestProgram) throws -> [Int64] {
        try list(command, in: program).members.map(\.id.number)
    }

    /// The same from the files, as the command line has it.
    private func exported(_ program: TestProgram) throws -> [Int64] {
        var found: [Int64] = []
        let request = SegmentRequest(
            segment: OfferProgram.segment, moment: program.now, readRules: CheckRules.read)
        let outcome = try Engine.members(path: program.path, request) { member in
            found.append(member.number)
            return true
        }
        #expect(outcome == .finished)
        return found
    }

    @Test func `has nobody who did not agree to its purpose`() throws {
        let program = try program()
        #expect(try numbers(.members(), in: program) == [1, 3, 5, 7])
        #expect(try exported(program) == [1, 3, 5, 7])
    }

    @Test func `has nobody who has left or is part of another`() throws {
        let program = try program()
        try program.receipt(.withdraw("w", .card(.card(3))))
        try program.receipt(.merge("m", .card(.card(5)), into: .card(.card(7))))
        #expect(try numbers(.members(), in: program) == [1, 7])
        #expect(try exported(program) == [1, 7])
        try program.reopen(flushing: true)
        #expect(try exported(program) == [1, 7])
    }

    @Test func `comes in pages in the order of the numbers`() throws {
        let program = try program()
        var found: [Int64] = []
        var next: Int64? = 1
        while let start = next {
            let page = try list(.members(limit: 2, from: start), in: program)
            #expect(page.members.count <= 2)
            found += page.members.map(\.id.number)
            next = page.next
        }
        #expect(found == [1, 3, 5, 7])
    }

    @Test func `asks only so many for one page, which then goes on behind them`() throws {
        let program = try program()
        let asked = Int(EngineLimits.segmentMembersAskedMax)
        try program.execute((10...(asked + 5)).map { .join("j\($0)", card: .card($0)) })
        let page = try list(.members(from: 8), in: program)
        #expect(page.members.isEmpty)
        #expect(page.next == nil)
        let first = try list(.members(), in: program)
        #expect(first.members.count == 4)
        #expect(first.next == Int64(asked) + 1)
        #expect(try list(.members(from: Int64(asked) + 1), in: program).next == nil)
    }

    @Test func `shows what members bought if it is asked`() throws {
        let program = try program()
        let bare = try list(.members(limit: 1), in: program).members
        #expect(bare.map { $0.details == nil } == [true])
        let details = try list(.members(limit: 1, detailed: true), in: program).members[0].details
        #expect(details?.status == .active)
        #expect(details?.customer.total.figures.spend == 11_000)
        #expect(details?.customer.total.recencyDays == 0)
    }

    @Test func `a segment that the rules do not have is named with those that they have`() throws {
        let program = try program()
        #expect(
            try program.refusal(.members("segments/none"))
                == .invalidParams(
                    pointer: "/segment", expected: "a segment of the rules: segments/good"))
        let request = SegmentRequest(
            segment: "segments/none", moment: program.now, readRules: CheckRules.read)
        #expect(
            try Engine.members(path: program.path, request) { _ in true }
                == .unknown([OfferProgram.segment]))
    }

    @Test func `stops when nobody wants more`() throws {
        let program = try program()
        let request = SegmentRequest(
            segment: OfferProgram.segment, moment: program.now, readRules: CheckRules.read)
        let stopped = try Engine.members(path: program.path, request) { _ in false }
        #expect(stopped == .interrupted)
        let asked = try Engine.members(
            path: program.path, request, progress: { _ in false }, { _ in true })
        #expect(asked == .interrupted)
    }

    @Test func `is in the audit log with whom it showed`() throws {
        let program = try program()
        _ = try list(.members(), in: program)
        guard case .audit(let looks, _) = try program.reply(to: .audit()) else {
            Issue.record("no audit")
            return
        }
        let look = try #require(looks.first { $0.method == "member.list" })
        #expect(look.members.map(\.number) == [1, 3, 5, 7])
        #expect(look.key == OfferProgram.segment)
        #expect(look.actor == "clerk")
    }
}
