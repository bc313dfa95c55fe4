internal import PointsCore
internal import PointsStore

// MARK: - What segments ask

extension Situation {
    /// The same with the date of birth of a member, if one of these segments asks for it.
    func knowing(
        _ member: Member, from store: LedgerStore, asked segments: [Segment]
    ) throws(StoreError) -> Situation {
        guard segments.contains(where: \.who.asksBirthDate) else { return self }
        return with(birthDate: try store.birthDate(of: member.id.number).flatMap { CivilDate($0) })
    }
}
