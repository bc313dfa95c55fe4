/// A purchase that has just come back because a sale takes its place: what it still owes waits for what the sale earns.
package struct ReturnedForSale {
    let purchase: JournalPosition
    let returnedBy: JournalPosition
    /// Points that were not there to take back, owed for the moment.
    let missing: Int64
    /// What the member owed before.
    let owedBefore: Int64
    /// What the member owes now.
    let owed: Int64
    /// Whose points were issued.
    let company: String
    /// What happens to what the sale does not earn again.
    let policy: ShortfallPolicy
    /// Money that goes back.
    let refund: Int64
    /// What one point pays for.
    let pointValue: Int64

    /// What is still missing once the sale's own postings have paid the debt; where members do not stay in debt, it is written
    /// off.
    func settled(against postings: inout [Posting]) -> Replacement {
        let paid = postings.reduce(Int64(0)) { $0 + ($1.account == .debt ? $1.points : 0) }
        let left = min(missing, max(0, owed - paid - owedBefore))
        if policy != .debt, left > 0 {
            postings.append(Posting(.debt, left))
            postings.append(Posting(.adjusted(company: company), -left))
        }
        return Replacement(
            purchase: purchase, returnedBy: returnedBy,
            shortfall: Shortfall(
                points: left, policy: policy, refund: refund, pointValue: pointValue))
    }
}
