/// How it stands with a consent.
package enum ConsentStatus: String, Hashable, Sendable, CaseIterable {
    /// Agreed to.
    case granted
    /// Refused.
    case denied
    /// Answered, but a version has come since to which nobody is bound who did not answer anew.
    case stale
    /// Never answered.
    case missing
}
