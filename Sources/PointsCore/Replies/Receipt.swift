/// The answer to a command that changed something: made from its entry alone, so that a repeated key gets the same.
package struct Receipt: Hashable, Sendable {
    /// The command's entry.
    package let entry: Entry
    /// Whether the key was used before, so that nothing was written now.
    package let isReplay: Bool
    /// Whether nothing was written because only a preview was asked for.
    package let isPreview: Bool
    /// The member, where the reply shows one.
    package let member: MemberView?
    /// Whether a person who came back was recognised.
    package let isRecognised: Bool
    /// The purchase that the entry is about.
    package let purchase: Purchase?
    /// The buyer's rank, where a sale counts towards it.
    package let tier: TierView?
    /// The purchase whose place the sale takes.
    package let replaced: Replaced?
    /// The hold that the entry is about.
    package let hold: HoldView?
    /// What the rules that the entry activates change.
    package let changes: [RulesChange]
    /// The consents that the member is to be asked for; `nil` in a program that asks for none.
    package var questions: [ConsentQuestion]?

    /// A purchase that came back for a sale.
    package struct Replaced: Hashable, Sendable {
        /// Which one.
        package let purchase: Purchase
        /// What its return came to.
        package let returned: PurchaseReturned
        /// What was missing after the sale.
        package let shortfall: Shortfall

        /// A purchase with its return.
        package init(purchase: Purchase, returned: PurchaseReturned, shortfall: Shortfall) {
            self.purchase = purchase
            self.returned = returned
            self.shortfall = shortfall
        }
    }

    /// An answer made from an entry.
    package init(
        entry: Entry, isReplay: Bool = false, isPreview: Bool = false, member: MemberView? = nil,
        isRecognised: Bool = false, purchase: Purchase? = nil, tier: TierView? = nil,
        replaced: Replaced? = nil, hold: HoldView? = nil, changes: [RulesChange] = []
    ) {
        self.entry = entry
        self.isReplay = isReplay
        self.isPreview = isPreview
        self.member = member
        self.isRecognised = isRecognised
        self.purchase = purchase
        self.tier = tier
        self.replaced = replaced
        self.hold = hold
        self.changes = changes
    }
}
