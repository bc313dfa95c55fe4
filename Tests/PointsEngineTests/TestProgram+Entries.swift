import PointsCore
import Testing

extension TestProgram {
    /// Ten entries: rules, two members, a gift, sales, a hold released, something back, a hold.
    static func tenEntries() throws -> TestProgram {
        let program = try TestProgram()
        let replies = try program.execute([
            .join("a", card: .card(1)), .grant("b", to: .card(1), 100),
            .join("c", card: .card(2)),
            .sale("d", to: .card(1), order: "1", yen: 2_200, quantity: 2),
            .hold("e", .card(1), 10), .release("f", JournalPosition(6)),
            .sale("g", to: nil, order: "2", yen: 2_200),
            .takeBack("h", "1", pieces: 1), .hold("i", .card(1), 10),
        ])
        #expect(replies.allSatisfy { $0.refusal == nil })
        return program
    }
}
