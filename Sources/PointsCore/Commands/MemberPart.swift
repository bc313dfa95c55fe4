/// What `member.get` shows of a member if it is asked to (`include`).
package enum MemberPart: String, Hashable, Sendable, CaseIterable {
    /// What channels call the member; always shown.
    case identities
    /// The open lots.
    case lots
    /// What the member is asked to agree to, and how it stands.
    case consents
    /// The switches.
    case preferences
    /// What the member told about themself.
    case profile
    /// The newest purchases.
    case purchases
    /// The newest activities.
    case activities
    /// How recently, how often and for how much the member bought, by channel.
    case rfm
}
