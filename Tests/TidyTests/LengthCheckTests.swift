import Testing

struct LengthCheckTests {
    /// A text of exactly `count` lines with nothing but statements between its braces.
    private static func body(_ head: String, lines count: Int, tail: String = "}") -> String {
        ([head] + Array(repeating: "    run()", count: count - 2) + [tail]).joined(separator: "\n")
    }

    @Test(arguments: [
        Snippet(body("func a() {", lines: 70)),
        Snippet(body("func a() {", lines: 71), complaintsOn: [1]),
        Snippet("\n" + body("init(a: () -> Void = {}) throws(E) {", lines: 71), complaintsOn: [2]),
        Snippet(body("var a: [Int] {", lines: 71), complaintsOn: [1]),
        Snippet(body("var a = [", lines: 71, tail: "]")),
        Snippet(body("subscript(a: Int) -> Int {", lines: 71), complaintsOn: [1]),
        Snippet(body("func `a } b`() {", lines: 71), complaintsOn: [1]),
        Snippet(body("func a() { b(\"}\") // }", lines: 71), complaintsOn: [1]),
        Snippet(body("func a(\n) -> (Int) {", lines: 70), complaintsOn: [1]),
        Snippet(body("protocol A {\nfunc a()\nfunc b() -> Int\n}\nstruct B {", lines: 90)),
        Snippet(body("struct A {\nvar a: Int\nvar b: Int { get }\n}\nstruct B {", lines: 90)),
        Snippet(body("let a = B.init(1)\nstruct C {", lines: 90)),
    ])
    func `finds functions over 70 lines`(_ snippet: Snippet) {
        #expect(LengthCheck.findings(in: snippet.source).map(\.line) == snippet.lines)
    }

    @Test(arguments: [
        Snippet(String(repeating: "//\n", count: 300)),
        Snippet(String(repeating: "//\n", count: 301), complaintsOn: [301]),
    ])
    func `finds files over 300 lines`(_ snippet: Snippet) {
        #expect(LengthCheck.findings(in: snippet.source).map(\.line) == snippet.lines)
    }
}
