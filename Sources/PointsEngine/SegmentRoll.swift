internal import PointsCore
internal import PointsStore

/// Asks members, one after the other, whether they are in a segment at a moment.
struct SegmentRoll {
    let segment: Segment
    /// The moment, with the rules of the segment.
    let situation: Situation
    let projections: Projections
    let store: LedgerStore

    /// A member with everything that is true at the moment, if it is one of the segment who has agreed to what it needs.
    func member(_ number: Int64) throws(StoreError) -> Member? {
        guard let member = try projections.member(number) else { return nil }
        let situation = try situation.knowing(member, from: store, asked: [segment])
        var desk = Desk(member, in: situation)
        guard desk.agrees(to: segment) else { return nil }
        do throws(Refusal) {
            try desk.settle()
        } catch {
            throw .damaged(table: "members", problem: "number \(number): \(error.message)")
        }
        return desk.isIn(segment) ? desk.member : nil
    }
}
