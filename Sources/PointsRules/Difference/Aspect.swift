import PointsCore
import PointsJSON

/// A part of a rule file that has words of its own: where it stands, what it is called and how its value is said.
struct Aspect {
    /// The steps to it; `*` is any name.
    let path: [String]
    /// What it is called; `%` stands for the name, or for the names with slashes between them.
    let label: Words
    /// Says a value, or that there is none; `nil` for one that it does not understand.
    let phrase: Phrase
    /// Whether leaving it out leaves a rule without a bound: of a new rule that is told.
    let isBound: Bool

    /// Says a value.
    typealias Phrase = @Sendable (_ book: Phrasebook, _ value: JSON?) -> Words?

    /// A part at a path such as `/channels/*`.
    init(
        _ path: String, isBound: Bool = false, ja: String, en: String, _ phrase: @escaping Phrase
    ) {
        self.path = path.split(separator: "/").map(String.init)
        label = Words(ja: ja, en: en)
        self.phrase = phrase
        self.isBound = isBound
    }

    /// Whether a place is this one.
    func stands(at place: [String]) -> Bool {
        path.count == place.count && leads(through: place)
    }

    /// Whether a place is this one, or one on the way to it.
    func leads(through place: [String]) -> Bool {
        place.count <= path.count && zip(path, place).allSatisfy { $0 == "*" || $0 == $1 }
    }

    /// What it is called at a place.
    func label(at place: [String]) -> Words {
        let names = zip(path, place).filter { $0.0 == "*" }.map(\.1)
        return names.isEmpty ? label : label.naming(Words(names.joined(separator: "/")))
    }
}

// MARK: - Of a file

extension Aspect {
    /// The parts of a file that have words.
    static func all(of path: String) -> [Aspect] {
        switch path.split(separator: "/").first {
        case "program.json": settings
        case "tiers.json": ranks
        case "consents.json": consents
        case "earn": common + earning
        case "burn": common + redemption
        case "activities": common + activity
        case "segments": common.prefix(1) + segment
        case "offers": common.prefix(2) + offer
        default: common
        }
    }
}

// MARK: - Kinds of value

extension Aspect {
    /// A number of points; what holds where none is told.
    static func points(orElse words: Words? = nil) -> Phrase {
        { _, value in value.map { $0.exactInteger.map(Words.points) } ?? words }
    }

    /// Money; what holds where none is told.
    static func money(orElse words: Words? = nil) -> Phrase {
        { book, value in value.map { $0.exactInteger.map(book.phrasing.money) } ?? words }
    }

    /// A number of something.
    static func count(ja: String, en: String) -> Phrase {
        { _, value in
            value.map { $0.exactInteger.map { Words.count($0, ja: ja, en: en) } }
                ?? Words.nothing
        }
    }

    /// One of some words; the one that holds where none is told.
    static func choice(
        _ meanings: [String: Words], orElse word: String? = nil
    ) -> Phrase {
        { _, value in Phrasebook.choice(value ?? word.map(JSON.string), meanings) }
    }

    /// Yes or no.
    static let flag: Phrase = { _, value in value?.bool.map(Words.answer) }

    /// Text as it is.
    static let text: Phrase = { _, value in value?.string.map { Words($0) } }
}
