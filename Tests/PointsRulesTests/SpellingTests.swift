import Testing

@testable import PointsRules

struct SpellingTests {
    @Test(arguments: [
        ("chanel", "channel"), ("channels", "channel"), ("hcannel", "channel"),
        ("CHANNEL", "channel"), ("dayofmonth", "dayOfMonth"), ("dayOfMnoth", "dayOfMonth"),
        ("al", "all"), ("not", "not"),
    ])
    func `guesses what was meant`(_ text: String, _ name: String) {
        #expect(Spelling.nearest(to: text, among: ["all", "not", "channel", "dayOfMonth"]) == name)
    }

    @Test(arguments: ["", "a", "xyz", "channel of sale", "month"])
    func `does not guess wildly`(_ text: String) {
        #expect(Spelling.nearest(to: text, among: ["all", "not", "channel", "dayOfMonth"]) == nil)
    }
}
