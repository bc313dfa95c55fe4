/// A member did something besides buying.
package struct ActivityRecorded: Hashable, Sendable {
    /// What, by the name that rules use.
    package let activity: String
    /// The entry by which a visitor did it before logging in as the member; `nil` for what the member did.
    package let counts: JournalPosition?
    /// What it is about.
    package let subject: String?
    /// What its channel calls it.
    package let reference: String?
    /// What was earned, on which terms.
    package let lots: [Lot]
    /// What each rule gave, and why.
    package let awards: [RuleAward]
    /// What it used of caps, and what was left of them for it.
    package let capUses: [CapUse]
    /// Rules that have given the member now what they give only once for the subject.
    package let spentRules: [String]
    /// The member's activities recorded just before it, as with purchases.
    package let previous: [JournalPosition]

    /// An activity with what it earned.
    package init(
        activity: String, counts: JournalPosition? = nil, subject: String? = nil,
        reference: String? = nil, lots: [Lot] = [],
        awards: [RuleAward] = [], capUses: [CapUse] = [],
        spentRules: [String] = [], previous: [JournalPosition] = []
    ) {
        self.activity = activity
        self.counts = counts
        self.subject = subject
        self.reference = reference
        self.lots = lots
        self.awards = awards
        self.capUses = capUses
        self.spentRules = spentRules
        self.previous = previous
    }
}
