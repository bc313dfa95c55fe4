import Testing

struct SwiftLexerTests {
    /// What remains of each text when comments, strings and regular expressions are taken out.
    @Test(arguments: [
        ("a // b", "a"),
        ("a /* b /* c */ d */ e", "a e"),
        (#"a("{ // }") b"#, "a ( ) b"),
        (#"a("\"{") b"#, "a ( ) b"),
        (#"a("x\(b("y{") + c)z") d"#, "a ( b ( ) + c ) d"),
        (##"a(#"\("{"# + b) c"##, "a ( + b ) c"),
        (##"a(#"x\#(b)}"#) c"##, "a ( b ) c"),
        ("a(\"\"\"\n  \" { \\(b) } \"\n  \"\"\") c", "a ( b ) c"),
        ("func `a \"b\" {`() {}", "func `a \"b\" {` ( ) { }"),
        ("a.matches(of: /[{\"]/) b", "a . matches ( of : ) b"),
        ("a(#/ { / } /#) b", "a ( ) b"),
        ("a / b / c", "a / b / c"),
        ("(a) / (b) / c", "( a ) / ( b ) / c"),
        ("#if a\n#endif", "# if a # endif"),
        ("let a = \"not ended\nlet b", "let a = let b"),
    ])
    func `takes nothing inside a literal for code`(text: String, code: String) {
        let tokens = SwiftLexer.tokens(of: text).filter { $0.kind != .string }
        #expect(tokens.map(\.text).joined(separator: " ") == code)
    }

    @Test
    func `counts lines through comments and strings`() {
        let text = "a\n/* \n */ b\n\"\"\"\n\\\n x\n\"\"\" // c\nd"
        let tokens = SwiftLexer.tokens(of: text)
        #expect(tokens.map(\.line) == [1, 3, 4, 8])
    }

    @Test
    func `keeps the content of strings`() {
        let strings = SwiftLexer.tokens(of: #"layer("PointsCore", ["a\(b("c"))"])"#).filter {
            $0.kind == .string
        }
        #expect(strings.map(\.text) == ["PointsCore", #"a\(b("c"))"#, "c"])
    }
}
