/// The place of an entry in the journal, counted from 1; 0 is before the first.
///
/// What an entry brings into the world is named after it: a purchase, a hold and a transaction are a prefix and
/// this number, so that each is found without an index.
package struct JournalPosition: Hashable, Comparable, Sendable {
    /// Counted from 1.
    package let number: Int64

    /// The entry with that number.
    package init(_ number: Int64) {
        self.number = number
    }

    /// Before the first entry: no entry.
    package static let none = JournalPosition(0)

    /// The one after this.
    package var next: JournalPosition { JournalPosition(number + 1) }

    /// Reads `p_12`; `nil` if the prefix is another or no number from 1 follows.
    package init?(_ text: String, prefix: String) {
        let digits = text.utf8.dropFirst(prefix.utf8.count)
        guard text.utf8.starts(with: prefix.utf8), (1...18).contains(digits.count),
            digits.first != UInt8(ascii: "0"),
            digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let number = Int64(String(decoding: Array(digits), as: UTF8.self))
        else { return nil }
        self.init(number)
    }

    /// Begins the id of a purchase.
    package static let purchasePrefix = "p_"
    /// Begins the id of a hold.
    package static let holdPrefix = "h_"
    /// Begins the id of an activity.
    package static let activityPrefix = "a_"
    /// Begins the id of a transaction.
    package static let transactionPrefix = "t_"

    /// Earlier entries come first.
    package static func < (left: JournalPosition, right: JournalPosition) -> Bool {
        left.number < right.number
    }

    /// The id of what this entry brought into the world.
    package func text(prefix: String) -> String { prefix + String(number) }
}
