import Testing

struct WordingCheckTests {
    @Test(arguments: [
        ("Nothing to do here; the todo list is long.", []),
        ("User-Ag~ent: till/1.0", []),
        ("An agency, a reagent and a session cookie.", []),
        ("https://example.com/network/status", []),
        ("// TO~DO: later", ["TO~DO"]),
        ("a\n# FIX~ME", ["FIX~ME"]),
        ("An Ag~ent wrote this.", ["ag~ent"]),
        ("The User-Ag~ent of an ag~ent.", ["ag~ent"]),
        ("See /wo~rk/main.", ["/wo~rk/"]),
        ("As this sess~ion found.", ["this sess~ion"]),
    ])
    func `finds what has no place in a text`(text: String, words: [String]) {
        let findings = WordingCheck.findings(in: WordingCheck.joined(text), path: "a.md")
        let expected = words.map { "`\(WordingCheck.joined($0))` has no place in the texts" }
        #expect(findings.map(\.complaint) == expected)
    }

    @Test
    func `names the line also where lines end with CR and LF`() {
        let findings = WordingCheck.findings(
            in: WordingCheck.joined("a\r\nb\r\nTO~DO\r\n"), path: "a.csv")
        #expect(
            findings.map(\.description) == [
                WordingCheck.joined("a.csv:3: `TO~DO` has no place in the texts")
            ])
    }
}
