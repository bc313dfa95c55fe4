/// Which rules judge what happens at a moment, and what came before and comes after them.
package struct RulesView: Hashable, Sendable {
    /// The set in force at the moment.
    package let current: Version
    /// Its canonical content.
    package let content: [UInt8]
    /// Sets that are still to come, soonest first.
    package let announced: [Version]
    /// What was ever activated, newest first.
    package let history: [Version]

    /// A set of rules, and how it came or will come into force.
    package struct Version: Hashable, Sendable {
        /// The entry that activated it.
        package let entry: Entry
        /// What the entry says.
        package let activated: RulesActivated
        /// From when on it judges; `nil` for the first set, which judges all that came before, too.
        package var effectiveFrom: Instant? {
            activated.effectiveFrom == .distantPast ? nil : activated.effectiveFrom
        }

        /// The version that an entry activated; `nil` if it activated none.
        package init?(_ entry: Entry) {
            guard case .rulesActivated(let activated) = entry.event else { return nil }
            self.entry = entry
            self.activated = activated
        }
    }

    /// Rules at a moment.
    package init(
        current: Version, content: [UInt8], announced: [Version], history: [Version]
    ) {
        self.current = current
        self.content = content
        self.announced = announced
        self.history = history
    }
}
