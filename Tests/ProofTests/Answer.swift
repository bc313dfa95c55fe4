/// What came of a step, as a name and figures: the engine's and the model's are compared.
struct Answer: Hashable {
    /// `done`, or the name of the refusal.
    var name: String
    var figures: [String: Int64]

    init(_ name: String = "done", _ figures: [String: Int64] = [:]) {
        self.name = name
        self.figures = figures
    }

    subscript(figure: String) -> Int64? {
        get { figures[figure] }
        set { figures[figure] = newValue }
    }

    subscript(figure: String, default value: Int64) -> Int64 {
        get { figures[figure, default: value] }
        set { figures[figure] = newValue }
    }

    /// A first answer given again shows the identities that are still kept, whatever has come of them since.
    mutating func forgetCards() {
        figures = figures.filter { !$0.key.hasPrefix("member.card") }
    }

    /// What the other has otherwise, a line each; empty if they agree.
    func differences(from model: Answer) -> [String] {
        guard name == model.name else {
            return ["answer: engine \(name) \(figures), model \(model.name) \(model.figures)"]
        }
        guard figures != model.figures else { return [] }
        let names = Set(figures.keys).union(model.figures.keys).sorted()
        return names.filter { figures[$0] != model.figures[$0] }.map { name in
            func text(_ value: Int64?) -> String { value.map(String.init) ?? "nothing" }
            return "\(name): engine \(text(figures[name])), model \(text(model.figures[name]))"
        }
    }
}
