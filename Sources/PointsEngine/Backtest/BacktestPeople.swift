internal import PointsCore
internal import PointsStore

/// Everybody who has joined so far, and as much of each as the rules of a back-test ask.
struct BacktestPeople {
    private let store: LedgerStore
    /// The sets that judge what they did not judge then.
    private let sets: [Ruleset]
    /// Whether it is followed where members stand.
    let isFollowing: Bool
    /// By row number from 1: 16 bytes each.
    private var ids: [MemberID] = []
    /// The same, if members are followed: some 150 bytes each.
    private var members: [RehearsedMember] = []
    /// When those were born of whom that was asked.
    private var birthDates: [Int64: CivilDate?] = [:]

    init(store: LedgerStore, judgedBy sets: [Ruleset]) {
        self.store = store
        self.sets = sets
        isFollowing = sets.contains { !$0.activityRules.isEmpty }
    }

    /// Takes in who joins by an entry.
    mutating func join(_ joined: Joined, by entry: JournalPosition) throws(StoreError) {
        guard joined.id.number == Int64(ids.count) + 1 else {
            throw SaleReplay.damaged(entry, "it does not give the next member's number")
        }
        ids.append(joined.id)
        if isFollowing { members.append(RehearsedMember(joined)) }
    }

    /// Follows a member through an entry that changes where the member stands.
    mutating func follow(_ entry: Entry) throws(StoreError) {
        guard entry.member != Entry.programMember else { return }
        members[try place(of: entry.member, in: entry.position)].apply(entry)
    }

    /// Who a member is; `nil` for nobody in particular.
    func id(of member: Int64, in entry: JournalPosition) throws(StoreError) -> MemberID? {
        member == Entry.programMember ? nil : ids[try place(of: member, in: entry)]
    }

    /// Who bought, as the sale says, and as the profile says where the sets ask more than was asked then.
    mutating func buyer(
        of purchase: Purchase, under rules: Ruleset?
    ) throws(StoreError) -> RehearsedPerson {
        let asked = rules?.traits ?? []
        return RehearsedPerson(
            standing: purchase.recorded.standing, asked: asked,
            birthDate: try birthDate(of: purchase.member, notAsked: asked))
    }

    /// Who did something besides buying; an entry about that keeps no answers.
    mutating func doer(
        of activity: PastActivity, under rules: Ruleset?
    ) throws(StoreError) -> RehearsedPerson {
        guard isFollowing else { return RehearsedPerson(standing: .anonymous) }
        let member = members[try place(of: activity.member, in: activity.id)]
        return RehearsedPerson(
            standing: member.standing(under: rules?.tiers, at: activity.occurredAt),
            birthDate: try birthDate(of: activity.member, notAsked: []))
    }

    /// When a member was born, if any set asks what was not asked then and the profile tells; read once for each.
    private mutating func birthDate(
        of member: Int64, notAsked asked: [PersonalTrait]
    ) throws(StoreError) -> CivilDate? {
        guard member != Entry.programMember,
            sets.contains(where: { $0.traits.contains { !asked.contains($0) } })
        else { return nil }
        if let known = birthDates[member] { return known }
        let birthDate = try store.birthDate(of: member).flatMap { CivilDate($0) }
        birthDates[member] = .some(birthDate)
        return birthDate
    }

    private func place(
        of member: Int64, in entry: JournalPosition
    ) throws(StoreError) -> Int {
        guard member > 0, member <= Int64(ids.count) else {
            throw SaleReplay.damaged(entry, "its member has not joined")
        }
        return Int(member) - 1
    }
}
