/// The business days on which a rule is in force (`effective`), both ends included.
package struct EffectivePeriod: Hashable, Sendable {
    /// The first day; `nil` without a beginning.
    package let from: CivilDate?
    /// The last day; `nil` without an end.
    package let to: CivilDate?

    /// From a day to a day.
    package init(from: CivilDate?, to: CivilDate?) {
        self.from = from
        self.to = to
    }

    /// Whether the rule is in force on a day.
    package func contains(_ day: CivilDate) -> Bool {
        if let from, day < from { return false }
        if let to, day > to { return false }
        return true
    }
}
