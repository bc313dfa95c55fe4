internal import PointsCore
internal import PointsEngine

/// `meguri explain`: why a purchase earned what it did, rule by rule, also beside a running server.
enum ExplainCommand {
    static func run(_ words: [String]) throws(CommandLineError) {
        let arguments = try Arguments(
            words, options: ["db", "purchase", "channel", "order", "language"])
        try arguments.finish()
        let reference = try reference(arguments)
        let language = try Language(arguments)
        let path = try arguments.value("db")
        let outcome: Result<(purchase: Purchase, explanation: Explanation), Refusal>
        do throws(EngineError) {
            outcome = try Engine.explain(
                path: path, reference, in: language,
                readRules: EngineOpening.readRules)
        } catch {
            throw .engine(error)
        }
        switch outcome {
        case .success(let (purchase, explanation)):
            for line in text(of: explanation, for: purchase) { Console.say(line) }
        case .failure(let refusal): throw .refused(refusal)
        }
    }

    private static func reference(
        _ arguments: Arguments
    ) throws(CommandLineError) -> PurchaseReference {
        let id = arguments.optional("purchase")
        let order = arguments.optional("order")
        if id == nil, let order {
            return .order(channel: try arguments.value("channel"), order: order)
        }
        let position = id.flatMap { JournalPosition($0, prefix: JournalPosition.purchasePrefix) }
        guard let position, order == nil else {
            throw .usage(
                "Say --purchase with an id such as p_42, or else --channel and --order.", Usage.text
            )
        }
        return .id(position)
    }

    private static func text(of explanation: Explanation, for purchase: Purchase) -> [String] {
        let language = explanation.language
        let id = purchase.id.text(prefix: JournalPosition.purchasePrefix)
        let rules = Hexadecimal.text(of: explanation.ruleset).prefix(12)
        var lines = [
            language == .ja
                ? "購入 \(id)(\(purchase.channel) \(purchase.recorded.order)): \(purchase.earned)ポイント、ルール \(rules)"
                : "Purchase \(id) (\(purchase.channel) \(purchase.recorded.order)): \(purchase.earned) points, rules \(rules)"
        ]
        if let obstacle = explanation.obstacle { lines.append("        " + obstacle) }
        lines += text(of: explanation.sold)
        if let left = explanation.left {
            lines.append(language == .ja ? "返品後に残る分:" : "What is left after returns:")
            lines += text(of: left)
        }
        return lines
    }

    private static func text(of part: Explanation.Part) -> [String] {
        let paid = part.redemption.map { "        \($0.title) [\($0.rule)] \($0.words)" }
        return (paid.map { [$0] } ?? []) + part.lines.map(line)
    }

    private static func line(_ line: Explanation.Line) -> String {
        let mark = line.award.map { String($0.points) } ?? "–"
        let space = String(repeating: " ", count: max(0, 6 - mark.count))
        return "\(space)\(mark)  \(line.title) [\(line.rule)] \(line.words)"
    }
}
