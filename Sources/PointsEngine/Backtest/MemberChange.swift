internal import PointsCore

/// An entry that changes where its member stands.
///
/// A class, because an entry has many parts and goes from hand to hand.
final class MemberChange: Sendable {
    let entry: Entry

    init(_ entry: Entry) {
        self.entry = entry
    }
}
