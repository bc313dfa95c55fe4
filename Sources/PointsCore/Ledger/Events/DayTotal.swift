/// What a day's transactions moved on one account through one channel.
package struct DayTotal: Hashable, Sendable {
    /// The account; for program accounts with its company.
    package let account: Account
    /// The channel; `nil` for what came through none.
    package let channel: String?
    /// The sum of the postings, with its sign.
    package var points: Int64

    /// A sum on an account.
    package init(account: Account, channel: String?, points: Int64) {
        self.account = account
        self.channel = channel
        self.points = points
    }
}
