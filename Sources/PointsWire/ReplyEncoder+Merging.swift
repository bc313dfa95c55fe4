internal import PointsCore
internal import PointsJSON

// MARK: - Merging

extension ReplyEncoder {
    /// What came in with another member, or went with them.
    func writeMoved(by entry: Entry, _ sign: Int64, to writer: inout JSONWriter) {
        writer.member(
            "transaction", entry.position.text(prefix: JournalPosition.transactionPrefix))
        func moved(_ account: Account) -> Int64 {
            entry.postings.reduce(0) { $1.account == account ? $0 + sign * $1.points : $0 }
        }
        writer.member(
            "moved",
            object: {
                $0.member("available", moved(.available))
                $0.member("pending", moved(.pending))
                $0.member("held", moved(.held))
                $0.member("debt", moved(.debt))
            })
    }
}
