internal import PointsCore

/// How many searches each asker has left: as many as fit into a bucket that fills steadily.
struct SearchThrottle {
    private struct Bucket {
        /// Thousandths of a search.
        var left: Int64
        var filledAt: Instant
    }

    private var buckets: [String: Bucket] = [:]

    private static let full = EngineLimits.searchBurst * 1_000

    /// Takes one search out of the bucket of an actor or terminal; who tells neither shares one.
    ///
    /// - Throws: ``Refusal/rateLimited(retryAfterSeconds:)``
    mutating func take(from asker: String?, at now: Instant) throws(Refusal) {
        let name = asker ?? ""
        var bucket = buckets[name] ?? Bucket(left: SearchThrottle.full, filledAt: now)
        bucket.left = SearchThrottle.level(of: bucket, at: now)
        bucket.filledAt = now
        defer { buckets[name] = bucket }
        guard bucket.left >= 1_000 else {
            let rate = EngineLimits.searchesPerSecond * 1_000
            throw .rateLimited(retryAfterSeconds: (1_000 - bucket.left + rate - 1) / rate)
        }
        bucket.left -= 1_000
        guard buckets.count >= EngineLimits.searchBucketsMax else { return }
        // A full bucket is as good as none.
        buckets = buckets.filter { SearchThrottle.level(of: $0.value, at: now) < Self.full }
        if buckets.count >= EngineLimits.searchBucketsMax { buckets.removeAll() }
    }

    private static func level(of bucket: Bucket, at now: Instant) -> Int64 {
        let elapsed = max(0, now.milliseconds - bucket.filledAt.milliseconds)
        // Bounded before it is multiplied: a clock may leap.
        let filled = min(elapsed, full) * EngineLimits.searchesPerSecond
        return min(full, bucket.left + filled)
    }
}
