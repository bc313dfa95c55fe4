import TestSupport
import Testing

@testable import PointsCore

struct IdentifierTests {
    @Test(arguments: [
        (UInt64(0), UInt64(0), "00000000000000000000000000"),
        (0, 31, "0000000000000000000000000z"), (0, 32, "00000000000000000000000010"),
        (UInt64.max, UInt64.max, "7zzzzzzzzzzzzzzzzzzzzzzzzz"),
        (1, 0, "0000000000000g000000000000"),
    ])
    func `base 32 writes 128 bits`(_ high: UInt64, _ low: UInt64, _ text: String) throws {
        #expect(Base32.text(high: high, low: low) == text)
        let bits = try #require(Base32.bits(of: text))
        #expect(bits == (high, low))
    }

    @Test(arguments: [
        "", "0", "8zzzzzzzzzzzzzzzzzzzzzzzzz", "0000000000000000000000000",
        "i0000000000000000000000000",
        "000000000000000000000000000", "0000000000000000000000000Z", "0000000000000000000000000u",
        "0000000000000000000000000-", "000000000000000000000000é",
    ])
    func `base 32 refuses what it does not write`(_ text: String) {
        #expect(Base32.bits(of: text) == nil)
    }

    @Test(arguments: [UInt64(8), 9])
    func `a member's id is read back and hides the row`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for number in Int64(1)...300 {
            let id = MemberID(number: number, token: random.next())
            let text = id.description
            try #require(text.utf8.count == 28, "seed \(seed)")
            try #require(MemberID(text) == id, "seed \(seed): \(text)")
        }
        let first = MemberID(number: 1, token: 1).description
        let second = MemberID(number: 2, token: 2).description
        #expect(first.prefix(8) != second.prefix(8))
    }

    @Test(arguments: [
        "", "m_", "m_0", "x_00000000000000000000000000", "00000000000000000000000000",
        "m_00000000000000000000000000", "M_0000000000000g000000000000",
        "m_00000000000000000000000000 ", "m_８0000000000000000000000000",
    ])
    func `refuses what is no id of a member`(_ text: String) {
        #expect(MemberID(text) == nil)
    }

    @Test(arguments: [
        ("p_1", Int64(1)), ("p_12", 12), ("p_999999999999999999", 999_999_999_999_999_999),
    ])
    func `reads a place in the journal`(_ text: String, _ number: Int64) throws {
        let position = try #require(JournalPosition(text, prefix: JournalPosition.purchasePrefix))
        #expect(position.number == number)
        #expect(position.text(prefix: JournalPosition.purchasePrefix) == text)
        #expect(position.next.number == number + 1)
    }

    @Test(arguments: [
        "", "p_", "p_0", "p_01", "p_-1", "p_+1", "h_1", "p_1 ", "p_1a", "p_１", "1", "P_1",
        "p_1000000000000000000", "p_99999999999999999999",
    ])
    func `refuses what is no place in the journal`(_ text: String) {
        #expect(JournalPosition(text, prefix: JournalPosition.purchasePrefix) == nil)
    }
}
