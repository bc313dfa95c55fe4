/// What became of a hold.
///
/// Each hold ends exactly once.
package enum HoldStatus: String, Hashable, Sendable, CaseIterable {
    /// The points are set aside.
    case open
    /// A purchase took the points.
    case captured
    /// The points went back.
    case released
    /// Nobody captured it in time; the points went back.
    case expired
}
