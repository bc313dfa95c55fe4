/// Which set of rules judges what happens when: every set that was ever activated.
package struct RulesTimeline: Hashable, Sendable {
    /// Every activation, in the order of the journal.
    package private(set) var activations: [Activation]

    /// A set of rules and when it came, or will come, into force.
    package struct Activation: Hashable, Sendable {
        /// The entry that activated it.
        package let position: JournalPosition
        /// Its hash.
        package let hash: [UInt8]
        /// What happens from this moment on is judged by it.
        package let effectiveFrom: Instant

        /// A set that an entry activated.
        package init(position: JournalPosition, hash: [UInt8], effectiveFrom: Instant) {
            self.position = position
            self.hash = hash
            self.effectiveFrom = effectiveFrom
        }
    }

    /// A timeline of activations in the order of the journal.
    package init(_ activations: [Activation] = []) {
        self.activations = activations
    }

    /// Adds the last one.
    package mutating func add(_ activation: Activation) {
        activations.append(activation)
    }
}

// MARK: - Asking

extension RulesTimeline {
    /// The set in force at a moment: of those whose time has come the one whose time came last.
    ///
    /// Of two of one moment it is the one that was activated last; before every one of them, the first. So an announced
    /// set comes into force at its time, whatever was activated in between.
    package func activation(at instant: Instant) -> Activation? {
        var found: Activation?
        for activation in activations where activation.effectiveFrom <= instant {
            if let found, found.effectiveFrom > activation.effectiveFrom { continue }
            found = activation
        }
        return found ?? activations.first
    }

    /// The sets that will come into force after a moment, soonest first; not those whose moment was given to another.
    package func announced(after instant: Instant) -> [Activation] {
        let later = activations.filter { $0.effectiveFrom > instant }
        return Set(later.map(\.effectiveFrom)).sorted().compactMap { activation(at: $0) }
    }

    /// The timeline as it was before an entry.
    package func before(_ position: JournalPosition) -> RulesTimeline {
        RulesTimeline(activations.filter { $0.position < position })
    }
}
