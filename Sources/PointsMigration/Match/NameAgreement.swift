/// How far two names agree.
package enum NameAgreement: Hashable, Sendable {
    /// The readings or the written names are the same.
    case same

    /// One slip of the pen apart, or the same given name after another family name.
    case near

    /// Two names.
    case different

    /// One of them is missing.
    case unknown
}

// MARK: - Comparing

extension NameAgreement {
    /// Compares two names.
    package init(_ left: MemberName, _ right: MemberName) {
        let comparesKana = !left.kana.isEmpty && !right.kana.isEmpty
        let comparesWritten = !left.written.isEmpty && !right.written.isEmpty
        if (comparesKana && left.kana == right.kana)
            || (comparesWritten && left.written == right.written)
        {
            self = .same
        } else if !left.givenKana.isEmpty && left.givenKana == right.givenKana {
            self = .near
        } else if comparesKana {
            self = Self.isOneSlipApart(left.kana, right.kana) ? .near : .different
        } else {
            self = comparesWritten ? .different : .unknown
        }
    }

    /// Whether one character was added, lost or changed, or two neighbours swapped.
    static func isOneSlipApart(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
        guard abs(left.count - right.count) <= 1 else { return false }
        let start = zip(left, right).prefix { $0 == $1 }.count
        let (leftRest, rightRest) = (left.dropFirst(start), right.dropFirst(start))
        if leftRest.count == rightRest.count {
            let isSwapped =
                leftRest.count > 1
                && leftRest.prefix(2).elementsEqual(rightRest.prefix(2).reversed())
                && leftRest.dropFirst(2).elementsEqual(rightRest.dropFirst(2))
            return isSwapped || leftRest.dropFirst().elementsEqual(rightRest.dropFirst())
        }
        return leftRest.count > rightRest.count
            ? leftRest.dropFirst().elementsEqual(rightRest)
            : rightRest.dropFirst().elementsEqual(leftRest)
    }
}
