/// A switch and what a member set it to.
package struct PreferenceSetting: Hashable, Sendable {
    /// The name of the switch.
    package let preference: String
    /// Whether it is on.
    package let isOn: Bool

    /// A switch that is on or off.
    package init(preference: String, isOn: Bool) {
        self.preference = preference
        self.isOn = isOn
    }
}
