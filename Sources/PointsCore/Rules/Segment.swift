/// Members whom a saved condition picks out: one file under `Rules/segments/`.
package struct Segment: Hashable, Sendable {
    /// The id, such as `segments/loyal`.
    package let id: String
    /// What members must have agreed to before anybody writes to them because of it.
    package let purpose: String
    /// The company to which they must have agreed.
    package let company: String
    /// Who belongs to it.
    package let who: SegmentCondition

    /// A segment with all its parts.
    package init(id: String, purpose: String, company: String, who: SegmentCondition) {
        self.id = id
        self.purpose = purpose
        self.company = company
        self.who = who
    }

    /// What members must have agreed to.
    package var topic: ConsentTopic { ConsentTopic(purpose: purpose, company: company) }

    /// Whether somebody belongs to it; nobody who has left or became part of another member.
    package func contains(_ subject: SegmentSubject) -> Bool {
        switch subject.status {
        case .visitor, .withdrawn, .merged: false
        case .provisional, .active, .suspended: who.holds(for: subject)
        }
    }
}
