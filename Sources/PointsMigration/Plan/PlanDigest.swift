internal import PointsCore

/// Hashes a plan row by row.
struct PlanDigest {
    private var sha256 = SHA256()

    init(_ head: PlanHead) {
        sha256.update(head.digestText)
    }
}

// MARK: - Hashing

extension PlanDigest {
    mutating func add(_ row: PlannedRow) {
        sha256.update(row.digestText)
    }

    var hash: PlanHash {
        PlanHash(bytes: sha256.digest())
    }
}
