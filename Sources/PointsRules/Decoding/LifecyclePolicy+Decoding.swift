import PointsCore

// MARK: - program.json /withdrawal, /rejoin, /provisional, /visitors

extension LifecyclePolicy {
    /// Reads what leaving, coming back, not having registered and not having logged in mean.
    init(
        withdrawal: RuleValue, rejoin: RuleValue, provisional: RuleValue, visitors: RuleValue?
    ) {
        let leaving = withdrawal.object(["pending", "holds", "erasePersonalDataAfterDays"])
        let back = rejoin.object(
            ["restoreWithinDays", "joiningBonusEveryMonths", "tier", "recogniseForMonths"])
        let unregistered = provisional.object(["earn", "redeem"])
        let days = 0...RulesLimits.daysMax
        let months = 0...RulesLimits.monthsMax
        self.init(
            holdsBlockWithdrawal: leaving.required("holds").word(["block", "release"]) == "block",
            pendingBlocksWithdrawal:
                leaving.required("pending").word(["cancel", "block"]) == "block",
            eraseAfterDays: Int(leaving.required("erasePersonalDataAfterDays").integer(days)),
            restoreWithinDays: Int(back.required("restoreWithinDays").integer(days)),
            joiningBonusEveryMonths: Int(back.required("joiningBonusEveryMonths").integer(months)),
            recogniseForMonths: Int(back.required("recogniseForMonths").integer(months)),
            provisionalEarns: unregistered.required("earn").truth(),
            provisionalRedeems: unregistered.required("redeem").truth(),
            keepsTierOnRejoin: back.optional("tier")?.word(["reset", "keep"]) == "keep",
            visitsCountForDays: visitors.map {
                Int($0.object(["countForDays"]).required("countForDays").integer(days))
            } ?? 0)
    }
}
