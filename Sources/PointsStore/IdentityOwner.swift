package import PointsCore

/// To whom an identity belongs.
package struct IdentityOwner: Hashable, Sendable {
    /// The member's row number.
    package let member: Int64
    /// From when on it is blocked, having been lost; `nil` if it is not.
    package let blockedAt: Instant?
}
