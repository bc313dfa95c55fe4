import PointsCore
import PointsMigration
import Testing

struct MatcherTests {
    /// Two rows, of a register and of a shop, and what they are to one another.
    struct Example: CustomTestStringConvertible {
        let title: String
        let store: Person
        let shop: Person
        let verdict: PairVerdict

        var testDescription: String { title }
    }

    static let keys: [Example] = [
        Example(
            title: "link and birth date", store: Person(born: 1, card: "1"),
            shop: Person(kana: "", born: 1, link: "1"), verdict: .match(.link)),
        Example(
            title: "link and given name, after a marriage",
            store: Person(kana: "ヤマザキ サクラ", card: "1"),
            shop: Person(kana: "タナカ サクラ", link: "1"), verdict: .match(.link)),
        Example(
            title: "link alone", store: Person(kana: "", card: "1"),
            shop: Person(kana: "", link: "1"), verdict: .review(.linkUnsupported)),
        Example(
            title: "link to a stranger", store: Person(kana: "ヤマザキ サクラ", phone: .home, card: "1"),
            shop: Person(kana: "モリ ケンタ", phone: .home, link: "1"),
            verdict: .review(.namesDiffer)),
        Example(
            title: "link against the birth date", store: Person(born: 1, card: "1"),
            shop: Person(born: 2, link: "1"), verdict: .review(.birthDatesDiffer)),
        Example(
            title: "address and birth date", store: Person(kana: "", born: 1, email: "a@b.jp"),
            shop: Person(born: 1, email: "a@b.jp"), verdict: .match(.emailAndBirthDate)),
        Example(
            title: "address and name", store: Person(email: "a@b.jp"),
            shop: Person(email: "a@b.jp"), verdict: .match(.emailAndName)),
        Example(
            title: "address and telephone", store: Person(kana: "", phone: .home, email: "a@b.jp"),
            shop: Person(kana: "", phone: .home, email: "a@b.jp"), verdict: .match(.emailAndPhone)),
        Example(
            title: "address alone", store: Person(kana: "", email: "a@b.jp"),
            shop: Person(email: "a@b.jp"), verdict: .review(.emailOnly)),
        Example(
            title: "address against the birth date", store: Person(born: 1, email: "a@b.jp"),
            shop: Person(born: 2, email: "a@b.jp"), verdict: .review(.birthDatesDiffer)),
        Example(
            title: "a couple with one address", store: Person(kana: "モリ ケンタ", email: "a@b.jp"),
            shop: Person(kana: "モリ サクラ", email: "a@b.jp"), verdict: .apart),
        Example(
            title: "name and birth date, nothing else", store: Person(born: 1),
            shop: Person(born: 1), verdict: .apart),
        Example(
            title: "name, birth date and home", store: Person(born: 1, address: "本町1-2-3"),
            shop: Person(born: 1, address: "本町1-2-3"),
            verdict: .match(.nameBirthDateAndAddress)),
        Example(
            title: "name and home, no birth date", store: Person(address: "本町1-2-3"),
            shop: Person(born: 1, address: "本町1-2-3"), verdict: .apart),
    ]

    static let telephones: [Example] = [
        Example(
            title: "telephone and name", store: Person(phone: .home), shop: Person(phone: .home),
            verdict: .match(.phoneAndName)),
        Example(
            title: "telephone and birth date", store: Person(kana: "", born: 1, phone: .home),
            shop: Person(born: 1, phone: .home), verdict: .match(.phoneAndBirthDate)),
        Example(
            title: "telephone and name against the birth date",
            store: Person(born: 1, phone: .mobile), shop: Person(born: 2, phone: .mobile),
            verdict: .review(.birthDatesDiffer)),
        Example(
            title: "a household", store: Person(kana: "モリ ケンタ", born: 1, phone: .home),
            shop: Person(kana: "モリ サクラ", born: 2, phone: .home), verdict: .apart),
        Example(
            title: "twins", store: Person(kana: "モリ ケンタ", born: 1, phone: .home),
            shop: Person(kana: "モリ ケンスケ", born: 1, phone: .home), verdict: .apart),
        Example(
            title: "twins one letter apart", store: Person(kana: "モリ ミカ", born: 1, phone: .home),
            shop: Person(kana: "モリ ミコ", born: 1, phone: .home), verdict: .review(.namesDiffer)),
        Example(
            title: "a slip of the pen", store: Person(kana: "モリ ケンタ", born: 1, phone: .mobile),
            shop: Person(kana: "モリ ケタン", born: 1, phone: .mobile),
            verdict: .match(.phoneAndBirthDate)),
        Example(
            title: "telephone alone", store: Person(kana: "", phone: .mobile),
            shop: Person(kana: "", phone: .mobile), verdict: .apart),
        Example(
            title: "a shop's own number", store: Person(phone: .free), shop: Person(phone: .free),
            verdict: .apart),
    ]

    @Test(arguments: keys + telephones)
    func `gives each pair one verdict, either way round`(_ example: Example) throws {
        let store = try example.store.record(source: 0, row: 1)
        let shop = try example.shop.record(source: 1, row: 1)
        #expect(PairComparison(store, shop).verdict == example.verdict)
        #expect(PairComparison(shop, store).verdict == example.verdict)
    }

    @Test(arguments: keys + telephones)
    func `gives both rows of a pair their fate`(_ example: Example) throws {
        let outcome = Matcher.match([
            try example.store.record(source: 0, row: 1), try example.shop.record(source: 1, row: 1),
        ])
        let expected: [Fate] =
            switch example.verdict {
            case .match(let evidence): [.create(group: 0), .join(group: 0, because: evidence)]
            case .review(let reason): [.review(reason), .review(reason)]
            case .apart: [.create(group: 0), .create(group: 1)]
            }
        #expect(outcome.fates == expected)
    }
}
