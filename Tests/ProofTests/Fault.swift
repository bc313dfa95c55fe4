/// A deliberate mistake in the model, to show that the proof finds mistakes.
enum Fault: CaseIterable {
    /// Lots may be spent a day longer than they should.
    case expiryADayLate
    /// Redeemed points go back to the lots that were spent first.
    case restoredFromTheFront
    /// New points come in although something is owed.
    case debtNotPaidFirst
    /// A hold binds for ever.
    case holdsNeverTimeOut
    /// The remainder of shared points goes to the last line.
    case remainderToTheLast
    /// Standard points are spent before limited ones that expire on the same day.
    case standardFirst
    /// What comes back makes no room under a cap.
    case capsStayUsed
    /// What comes back counts towards the rank all the same.
    case returnsCount
    /// A merge leaves the other's holds behind.
    case mergeLosesHolds
    /// What came in by a merge goes back although it was used.
    case unmergeIgnoresUse
    /// Joining gives its bonus to who had it before.
    case bonusEveryTime
}
