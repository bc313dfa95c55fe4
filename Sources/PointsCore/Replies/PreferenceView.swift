/// A switch as replies show it.
package struct PreferenceView: Hashable, Sendable {
    /// The switch.
    package let preference: ConsentPolicy.Preference
    /// What the member set it to; `nil` where the default holds.
    package let choice: ConsentRecord.Choice?
    /// Whether it is on and the consent is there that it needs.
    package let isInForce: Bool

    /// Whether it is on.
    package var isOn: Bool { choice?.setting.isOn ?? preference.isOnByDefault }

    /// A switch with what the member set it to.
    package init(
        preference: ConsentPolicy.Preference, choice: ConsentRecord.Choice?, isInForce: Bool
    ) {
        self.preference = preference
        self.choice = choice
        self.isInForce = isInForce
    }
}
