import Testing

struct TypePerFileCheckTests {
    private static let topic = "Sources/PointsStore/Store+Reading.swift"

    @Test(arguments: [
        Snippet("struct Store { enum Nested {} }"),
        Snippet("package final class Store {}\nextension Store: Sendable {}"),
        Snippet("@Suite(.serialized)\nstruct Store<A> {}\nextension Store.Nested {}"),
        Snippet("struct Other {}", complaintsOn: [1]),
        Snippet("struct Store {}\nprivate enum Other {}", complaintsOn: [2]),
        Snippet("protocol Store {}\nactor Other {}", complaintsOn: [2]),
        Snippet("struct Store {}\nextension UInt8 {}", complaintsOn: [2]),
        Snippet("extension Store {}", complaintsOn: [1]),
        Snippet("func store() {}", complaintsOn: [1]),
        Snippet("// struct Store {}\nlet text = \"struct Store {}\"", complaintsOn: [1]),
        Snippet("extension Store {\n    struct Nested {}\n}", at: topic),
        Snippet("extension Store {}\nstruct Other {}", complaintsOn: [2], at: topic),
        Snippet("extension Other {}", complaintsOn: [1], at: topic),
        Snippet("extension Other {}\nextension Store {}", at: topic),
        Snippet("extension [Int] {}", at: "Sources/PointsStore/Array+Store.swift"),
        Snippet("extension [Int: Int] {}", at: "Sources/PointsStore/Dictionary+Store.swift"),
        Snippet(
            "extension [Int: Int] {}", complaintsOn: [1],
            at: "Sources/PointsStore/Array+Store.swift"),
    ])
    func `finds types in files that are not theirs`(_ snippet: Snippet) {
        #expect(TypePerFileCheck.findings(in: snippet.source).map(\.line) == snippet.lines)
    }
}
