package import PointsCore

/// What a verification found, from where it started, and how far the next one may trust it.
package struct VerificationReport: Sendable {
    /// What was found.
    package var found: Verification
    /// The entry after which it started; none if it read everything.
    package var start: JournalPosition
    /// Why everything was read although only what is new was asked for.
    package var fallback: String?
    /// Up to where everything is verified now; `nil` if anything is not as it should be.
    package var point: VerifiedPoint?
}
