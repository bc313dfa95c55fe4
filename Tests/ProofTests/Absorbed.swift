/// Somebody who became part of a member, with what is to be known if they come apart again.
struct Absorbed {
    let person: Int
    /// When they came in.
    let at: Int64
    /// In which membership period of the member they did.
    let ofPeriods: Int
    /// Where they stood.
    let status: Person.Status
    /// Their day of joining, as long as it counts for both.
    var joinedOn: Int?
    let bonusOn: Int?
    /// What they owed.
    let owed: Int64
    /// What counted towards their rank, by months.
    var counted: [Int: Int64]
    /// How often everything of theirs had begun anew, and everything of the member.
    let ownPeriod: Int
    let period: Int
    /// Who had become part of them before.
    var inner: [Absorbed]
    /// Points of theirs that are gone and were neither late nor taken for what they bought themselves.
    var used: Int64 = 0

    /// All who came in with them.
    var members: [Int] { [person] + inner.flatMap(\.members) }
}
