import PointsCore
import PointsStore

@testable import PointsEngine

/// Everything that an engine knows, looked up as commands look it up.
struct Snapshot: Equatable {
    var position: JournalPosition
    var program: ProgramState
    var members: [Int64: Member] = [:]
    var identities: [Int64: [IdentityClaim]] = [:]
    var purchases: [JournalPosition: Purchase] = [:]
    var holds: [JournalPosition: HoldProgress] = [:]
    var orders: [OrderKey: JournalPosition] = [:]
    var keys: [String: KeyRecord] = [:]
    var days: [CivilDate: DayBook] = [:]

    init(_ engine: Engine) throws {
        let projections = engine.projections
        position = projections.position
        program = projections.program
        for number in 0..<program.memberCount {
            members[number + 1] = try projections.member(number + 1)
            identities[number + 1] = try engine.store.identities(of: number + 1)
        }
        for number in 0..<position.number {
            let place = JournalPosition(number + 1)
            guard let entry = try engine.store.record(at: place)?.entry() else { continue }
            try add(entry, from: projections)
        }
    }

    private mutating func add(_ entry: Entry, from projections: Projections) throws {
        let place = entry.position
        purchases[place] = try projections.purchase(place)
        holds[place] = try projections.holdProgress(place)
        keys[entry.cause.idempotencyKey] = try projections.key(entry.cause.idempotencyKey)
        days[entry.cause.businessDay] = try projections.day(entry.cause.businessDay)
        for key in entry.orderKeys { orders[key] = try projections.order(key) }
    }
}
