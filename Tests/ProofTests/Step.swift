/// One command of a history, or an interruption: a value, so that a history can be shortened.
///
/// What earlier steps made (members, purchases, holds) is named by the number of the step, which stays the same when
/// others are left out; what is not there any more is simply unknown.
struct Step: Hashable {
    /// Its place in the whole history.
    let number: Int
    /// What the engine's clock shows.
    let clock: Int64
    /// When it happened, as the sender says; `nil` for now.
    var occurredAt: Int64?
    /// The key of a change.
    var key: String
    /// What is wanted.
    var deed: Deed
    /// The step that said the same under the same key before; a key is answered again only for what it was used for.
    var repeats: Int?

    /// When it happened.
    var moment: Int64 { occurredAt ?? clock }
    /// Tells apart what is said under a key.
    var content: Int { repeats ?? number }

    enum Deed: Hashable {
        case join(cards: [Int], isProvisional: Bool)
        case link(Who, card: Int)
        case unlink(Who, card: Int)
        case replaceCard(Who, lost: Int, with: Int?)
        case register(Who, cards: [Int])
        case suspend(Who)
        case resume(Who)
        case merge(Who, into: Who)
        case unmerge(Who, from: Who)
        case withdraw(Who)
        case rejoin(cards: [Int])
        case grant(Who, ByHand, isLimited: Bool, lastDay: Int?)
        case adjust(Who, ByHand)
        case place(Who, points: Int64, until: Int64?)
        case release(hold: Int)
        case record(Sale)
        case confirm(Which, [Pieces]?)
        case takeBack(Which, [Pieces]?)
        case void(Which)
        case replace(Which, with: Sale)
        case takeBackUnreceipted(Who, Basket, channel: String)
        case review(by: Who, of: Int?, reference: Int?)
        case close(day: Int)
        case balance(Who, at: Int64?, recordedBy: Int64?)
        case quote(Sale)
        case purchase(Which)
        case hold(Int)
        case previewWithdrawal(Who)
        case previewMerge(Who, into: Who)
        case previewUnmerge(Who, from: Who)
        case history(Who)
        case reopen(isFlushed: Bool)
        case verify
    }

    enum Who: Hashable {
        case card(Int)
        /// By the id that a joining got.
        case joined(Int)
    }

    enum Which: Hashable {
        case order(String, channel: String)
        /// By the id that a sale got.
        case sold(Int)
    }

    struct ByHand: Hashable {
        let points: Int64
        let actor: String?
        let approvedBy: String?
    }

    struct Pieces: Hashable {
        let line: Int
        let quantity: Int64
    }

    struct Line: Hashable {
        let quantity: Int64
        let amount: Int64
        let taxRate: Int64
        let isGiftCard: Bool
    }

    struct Basket: Hashable {
        let lines: [Line]
        let includesTax: Bool
    }

    struct Sale: Hashable {
        var buyer: Who?
        var channel: String
        let order: String
        let basket: Basket
        let redeem: Int64?
        let hold: Int?
        let keepsHold: Bool
    }

    /// The deed by its name.
    var name: String { Mirror(reflecting: deed).children.first?.label ?? "\(deed)" }

    /// Whether it may write, and so has a key.
    var isChange: Bool {
        switch deed {
        case .balance, .quote, .purchase, .hold, .previewWithdrawal, .previewMerge,
            .previewUnmerge, .history, .reopen, .verify:
            false
        default: true
        }
    }
}

extension Step: CustomStringConvertible {
    var description: String {
        let said = occurredAt.map { ", says \(Times.text($0))" } ?? ""
        let under = isChange ? " [\(key)]" : ""
        let again = repeats.map { " again as #\($0)" } ?? ""
        return "#\(number)\(again) \(Times.text(clock))\(said)\(under) \(Step.plain("\(deed)"))"
    }

    /// Without what Swift writes around every value.
    private static func plain(_ text: String) -> String {
        var text = text
        for word in ["ProofTests.", "Step.", "Optional("] {
            text = text.replacing(word, with: word == "Optional(" ? "(" : "")
        }
        return text
    }
}
