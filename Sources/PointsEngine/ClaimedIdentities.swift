internal import PointsCore

/// Identities that are claimed for a member, by to whom they belong.
struct ClaimedIdentities {
    /// Those that belong to nobody.
    private(set) var free: [IdentityClaim] = []
    /// Those that the member has.
    var own: [IdentityClaim] = []
    /// Visitors who had some of them, by row number: whoever logs in with one takes over its history.
    var visitors: [Int64: Member] = [:]
    /// What is said of the first that belongs to another member.
    var taken: Refusal?
    /// What is said of the first that is not of its kind's form.
    var invalid: Refusal?

    /// Takes in one that belongs to nobody, once.
    mutating func add(_ claim: IdentityClaim) {
        if !free.contains(where: claim.isSame) { free.append(claim) }
    }

    /// Refuses what may not be attached.
    func check() throws(CommandFailure) {
        if let refusal = taken ?? invalid { throw .refused(refusal) }
    }
}
