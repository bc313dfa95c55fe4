import Foundation
import PointsJSON

/// Requests and their exact replies: lines that begin with an arrow out or an arrow in.
struct Transcript {
    var exchanges: [Exchange]

    struct Exchange {
        let request: String
        var reply: String
    }

    static let names = [
        "consents", "day-at-the-till", "day-on-the-web", "more-than-buying", "one-customer",
        "one-person", "order-in-parts", "people-come-and-go", "ranks", "rules-for-the-summer",
        "segments-and-offers",
    ]

    /// The rules under which it was written down.
    static func rules(of name: String) -> String {
        switch name {
        case "consents": "fixtures/rules/consents"
        case "more-than-buying": "fixtures/rules/activities"
        case "one-customer": "fixtures/rules/one-customer"
        case "order-in-parts": "fixtures/rules/parts"
        case "people-come-and-go": "fixtures/rules/people"
        case "ranks": "fixtures/rules/ranks"
        case "rules-for-the-summer": "fixtures/rules/summer"
        case "segments-and-offers": "fixtures/rules/offers"
        default: "fixtures/rules/check"
        }
    }

    private static let out = "→ "
    private static let back = "← "

    /// Reads `fixtures/transcripts/<name>.jsonl`.
    init(named name: String) throws {
        exchanges = []
        for line in try Repository.text(Transcript.place(of: name)).split(separator: "\n") {
            if line.hasPrefix(Transcript.out) {
                exchanges.append(Exchange(request: String(line.dropFirst(2)), reply: ""))
            } else if line.hasPrefix(Transcript.back), !exchanges.isEmpty {
                exchanges[exchanges.count - 1].reply = String(line.dropFirst(2))
            }
        }
    }

    private static func place(of name: String) -> String {
        "fixtures/transcripts/\(name).jsonl"
    }

    /// Writes it to where it was read from.
    func write(named name: String) throws {
        let text = exchanges.map { exchange in
            Transcript.out + exchange.request + "\n" + Transcript.back + exchange.reply + "\n"
        }.joined()
        try Data(text.utf8).write(
            to: URL(fileURLWithPath: Repository.path(Transcript.place(of: name))))
    }
    /// Brings the replies that a page shows up to date.
    func refresh(page: String) throws {
        var lines = try Repository.text(page)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for exchange in exchanges {
            for index in lines.indices.dropLast()
            where lines[index] == Transcript.out + exchange.request {
                lines[index + 1] = Transcript.back + exchange.reply
            }
        }
        try Data(lines.joined(separator: "\n").utf8).write(
            to: URL(fileURLWithPath: Repository.path(page)))
    }
}
