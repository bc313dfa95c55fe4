internal import PointsCore
internal import PointsStore

/// What a search looks for: what the terms of its hits begin with.
struct SearchKey {
    let term: SearchTerm
    /// What another term of theirs begins with, if that is asked too.
    let name: SearchTerm?
    /// What is told of the search in the audit log.
    let kind: String

    /// - Throws: ``Refusal/invalidParams(pointer:expected:)`` that names the parameter which is missing, too short or too much.
    init(_ search: MemberSearch) throws(Refusal) {
        if let card = search.card {
            guard search.phone == nil else {
                throw .invalidParams(
                    pointer: "/phone", expected: "left out where a card is searched by")
            }
            guard search.familyNameKana == nil, search.givenNameKana == nil else {
                throw .invalidParams(
                    pointer: "/familyNameKana", expected: "left out where a card is searched by")
            }
            term = SearchTerm(.card, SearchBook.reversedCard(card))
            name = nil
            kind = "card"
            try SearchKey.require(
                term.text.count >= EngineLimits.searchDigitsMin, "/card",
                "a card's number, or its last \(EngineLimits.searchDigitsMin) digits or more")
            return
        }
        let named = try SearchKey.name(of: search)
        guard let phone = search.phone else {
            guard let named else {
                throw .invalidParams(
                    pointer: "/card", expected: "told, or else phone or familyNameKana")
            }
            term = named
            name = nil
            kind = "name"
            return
        }
        term = SearchTerm(.phone, SearchBook.reversedPhone(phone))
        name = named
        kind = named == nil ? "phone" : "phone and name"
        let digitsMin =
            named == nil ? EngineLimits.searchPhoneDigitsMin : EngineLimits.searchDigitsMin
        try SearchKey.require(
            term.text.count >= digitsMin, "/phone",
            "a whole number; or its last \(EngineLimits.searchDigitsMin) digits or more together with familyNameKana"
        )
    }

    private static func name(of search: MemberSearch) throws(Refusal) -> SearchTerm? {
        // Whoever types the whole reading into one box puts a space between the names.
        var words =
            search.familyNameKana?.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
        let first = words.isEmpty ? search.familyNameKana : words.removeFirst()
        guard let family = first.map(SearchBook.kana) else {
            try require(
                search.givenNameKana == nil, "/familyNameKana", "told where givenNameKana is")
            return nil
        }
        let given = SearchBook.kana(search.givenNameKana ?? words.joined())
        // Together with a telephone number one character of the name tells enough.
        let countMin = search.phone == nil ? EngineLimits.searchKanaMin : 1
        try require(
            family.count + given.count >= countMin && !family.isEmpty, "/familyNameKana",
            "\(countMin) kana or more of how the name is read")
        return SearchTerm(.name, given.isEmpty ? family : family + " " + given)
    }

    private static func require(
        _ holds: Bool, _ pointer: String, _ expected: String
    ) throws(Refusal) {
        guard holds else { throw .invalidParams(pointer: pointer, expected: expected) }
    }
}
