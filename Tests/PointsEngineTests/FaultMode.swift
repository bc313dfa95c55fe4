import CSQLite
import Testing

/// A way in which a disk fails.
enum FaultMode: String, CaseIterable, CustomTestStringConvertible {
    case powerCut = "power cut, unsynced writes lost"
    case powerCutSome = "power cut, any unsynced writes lost"
    case powerCutTorn = "power cut, writes torn at 512 bytes"
    case writeOnce = "EIO on a write, once"
    case writeForEver = "EIO on writes, for ever"
    case syncOnce = "EIO on a sync, once"
    case syncForEver = "EIO on syncs, for ever"
    case fullOnce = "no space, once"
    case fullForEver = "no space, for ever"
    // Not disks on which anything can be promised: they show that losses are found.
    case lyingSync = "a disk that lies about syncs"
    case lyingLogSync = "a disk that lies about syncs of the log"

    var testDescription: String { rawValue }

    /// Disks on which nothing may be lost.
    static let honest = allCases.filter { $0.lies == nil }

    static let lying = allCases.filter { $0.lies != nil }

    /// The end of the names of files that are never really synced.
    var lies: String? {
        switch self {
        case .lyingSync: ""
        case .lyingLogSync: "-wal"
        default: nil
        }
    }

    var isPowerCut: Bool {
        switch self {
        case .powerCut, .powerCutSome, .powerCutTorn, .lyingSync, .lyingLogSync: true
        default: false
        }
    }

    /// What of unsynced writes is left when everything is over.
    var loss: FaultyDisk.Loss {
        switch self {
        case .powerCutSome, .lyingSync: .some
        case .powerCutTorn: .sectors
        default: .everything
        }
    }

    func plan(after calls: Int) -> FaultyDisk.Plan {
        let writeFails = SQLITE_IOERR | (3 << 8)
        let syncFails = SQLITE_IOERR | (4 << 8)
        switch self {
        case .powerCut, .powerCutSome, .powerCutTorn, .lyingSync, .lyingLogSync:
            return FaultyDisk.Plan(
                calls: [.write, .sync, .truncate], callsLeft: calls, code: SQLITE_IOERR,
                isForEver: true, loss: loss)
        case .writeOnce, .writeForEver:
            return FaultyDisk.Plan(
                calls: [.write], callsLeft: calls, code: writeFails,
                isForEver: self == .writeForEver)
        case .syncOnce, .syncForEver:
            return FaultyDisk.Plan(
                calls: [.sync], callsLeft: calls / 4, code: syncFails,
                isForEver: self == .syncForEver)
        case .fullOnce, .fullForEver:
            return FaultyDisk.Plan(
                calls: [.write], callsLeft: calls, code: SQLITE_FULL,
                isForEver: self == .fullForEver)
        }
    }
}
