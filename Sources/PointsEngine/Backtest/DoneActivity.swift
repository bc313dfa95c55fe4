internal import PointsCore

/// An activity of the period and who did it: what both sides judge.
///
/// A class, because it has many parts and goes from hand to hand.
final class DoneActivity: Sendable {
    let activity: PastActivity
    /// Who did it.
    let member: MemberID
    /// Where the member stood then, and what is known of the person.
    let person: RehearsedPerson

    init(_ activity: PastActivity, by member: MemberID, person: RehearsedPerson) {
        self.activity = activity
        self.member = member
        self.person = person
    }
}
