import PointsCore
import PointsMigration
import Testing

struct MatcherGroupTests {
    @Test func `joins the rows of a chain whose ends agree`() throws {
        let outcome = Matcher.match([
            try Person(phone: .mobile, card: "1").record(source: 0, row: 1),
            try Person(born: 1, phone: .mobile, email: "a@b.jp").record(source: 1, row: 1),
            try Person(kana: "", born: 1, email: "a@b.jp").record(source: 2, row: 1),
        ])
        #expect(
            outcome.fates == [
                .create(group: 0), .join(group: 0, because: .phoneAndName),
                .join(group: 0, because: .emailAndBirthDate),
            ])
        #expect(outcome.groups == [[0, 1, 2]])
    }

    @Test func `holds a chain whose ends contradict one another`() throws {
        let records = [
            try Person(born: 1, phone: .mobile).record(source: 0, row: 1),
            try Person(phone: .mobile, email: "a@b.jp").record(source: 1, row: 1),
            try Person(born: 2, email: "a@b.jp").record(source: 2, row: 1),
        ]
        let outcome = Matcher.match(records)
        #expect(outcome.fates == Array(repeating: .review(.chainContradiction), count: 3))
        #expect(outcome.reviews.map(\.left) == [records[0].key])
        #expect(outcome.reviews.map(\.right) == [records[2].key])
        #expect(outcome.groups.isEmpty)
    }

    @Test func `holds two cards that one account of the shop reaches`() throws {
        let outcome = Matcher.match([
            try Person(phone: .mobile, card: "1").record(source: 0, row: 1),
            try Person(email: "a@b.jp", card: "2").record(source: 0, row: 2),
            try Person(phone: .mobile, email: "a@b.jp").record(source: 1, row: 1),
            try Person(kana: "モリ サクラ", card: "3").record(source: 0, row: 3),
        ])
        #expect(
            outcome.fates.prefix(3) == [
                .review(.sameSource), .review(.sameSource), .review(.sameSource),
            ])
        #expect(outcome.fates[3] == .create(group: 0))
    }

    @Test func `joins a second card only if name, birth date and a contact agree`() throws {
        let first = try Person(born: 1, phone: .mobile, card: "1").record(source: 0, row: 1)
        let second = try Person(born: 1, phone: .mobile, card: "2").record(source: 0, row: 2)
        let undated = try Person(phone: .mobile, card: "3").record(source: 0, row: 2)
        #expect(
            Matcher.match([first, second]).fates
                == [.create(group: 0), .join(group: 0, because: .phoneAndName)])
        #expect(
            Matcher.match([first, undated]).fates
                == [.review(.sameSource), .review(.sameSource)])
    }

    @Test func `rejects a row that says nothing new and names the first`() throws {
        let first = try Person(card: "1", points: 100).record(source: 0, row: 4)
        let again = try Person(kana: "", card: "1", points: 100).record(source: 0, row: 9)
        let outcome = Matcher.match([first, again])
        #expect(
            outcome.fates == [.create(group: 0), .reject(.duplicateRow(first: first.key))])
        #expect(RejectReason.duplicateRow(first: first.key).message == "repeats row 4")
    }

    @Test func `believes neither of two rows of one card with two balances`() throws {
        let outcome = Matcher.match([
            try Person(card: "1", points: 100).record(source: 0, row: 1),
            try Person(card: "1", points: 90).record(source: 0, row: 2),
            try Person(link: "1", points: 5).record(source: 1, row: 1),
        ])
        #expect(
            outcome.fates.prefix(2) == [.review(.duplicateConflict), .review(.duplicateConflict)])
        #expect(outcome.fates[2] == .review(.duplicateConflict))
    }

    @Test func `takes a number that a crowd shares for nobody's`() throws {
        let crowd = try (1...MigrationLimits.sharedKeyRowsMax + 1).map { row in
            try Person(phone: .mobile, card: "\(row)").record(source: 0, row: row)
        }
        let outcome = Matcher.match(crowd)
        #expect(outcome.crowdedKeys == 1)
        #expect(outcome.groups.count == crowd.count)
    }

    @Test func `keeps a rejected row out of every group`() throws {
        var broken = try Person(phone: .mobile, card: "1").record(source: 0, row: 1)
        broken.rejection = .pointsUnreadable(column: "残高", .fraction)
        let other = try Person(phone: .mobile).record(source: 1, row: 1)
        let outcome = Matcher.match([broken, other])
        #expect(
            outcome.fates
                == [.reject(.pointsUnreadable(column: "残高", .fraction)), .create(group: 0)])
        #expect(RejectReason.pointsUnreadable(column: "残高", .fraction).code == "points_fraction")
    }
}
