package import PointsCore

/// What a set of rows comes to, whatever their order: how many there are and the sum of their hashes.
///
/// The hash is keyed with random bits of this process, so that nobody can prepare rows that come to the same.
package struct RowDigest: Hashable, Sendable {
    /// How many rows.
    package private(set) var count: Int64 = 0
    private var sum: UInt64 = 0

    /// Random bits that are the same for all digests of a run.
    private static let salt = UInt64.random(in: 0...UInt64.max)

    /// No rows yet.
    package init() {}

    private enum Sign {
        case added
        case removed
    }

    /// Adds the row of an idempotency key.
    package mutating func add(key: String, _ record: KeyRecord) {
        var key = key
        key.withUTF8 { key in
            record.content.withUnsafeBytes { content in
                count(UnsafeRawBufferPointer(key), content, record.position.number, .added)
            }
        }
    }

    /// Adds the row of an order number.
    package mutating func add(_ key: OrderKey, _ position: JournalPosition) {
        count(key, position, .added)
    }

    /// Takes out the row of an order number that was added before.
    package mutating func remove(_ key: OrderKey, _ position: JournalPosition) {
        count(key, position, .removed)
    }

    /// Adds the row of a hold.
    package mutating func add(_ hold: JournalPosition, _ progress: HoldProgress) {
        count(hold, progress, .added)
    }

    /// Takes out the row of a hold that was added before.
    package mutating func remove(_ hold: JournalPosition, _ progress: HoldProgress) {
        count(hold, progress, .removed)
    }

    private mutating func count(
        _ key: OrderKey, _ position: JournalPosition, _ sign: Sign
    ) {
        var channel = key.channel.text
        var order = key.order.text
        channel.withUTF8 { channel in
            order.withUTF8 { order in
                count(
                    UnsafeRawBufferPointer(channel), UnsafeRawBufferPointer(order),
                    position.number, sign)
            }
        }
    }

    private mutating func count(
        _ hold: JournalPosition, _ progress: HoldProgress, _ sign: Sign
    ) {
        progress.record().withUnsafeBytes { row in
            count(row, UnsafeRawBufferPointer(start: nil, count: 0), hold.number, sign)
        }
    }

    /// Adds a row of two texts and a number.
    mutating func add(
        _ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer, _ number: Int64
    ) {
        count(first, second, number, .added)
    }

    private mutating func count(
        _ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer, _ number: Int64,
        _ sign: Sign
    ) {
        var hasher = Hasher()
        hasher.combine(RowDigest.salt)
        hasher.combine(first.count)
        hasher.combine(bytes: first)
        hasher.combine(bytes: second)
        hasher.combine(number)
        let hash = UInt64(bitPattern: Int64(hasher.finalize()))
        switch sign {
        case .added:
            sum &+= hash
            count += 1
        case .removed:
            sum &-= hash
            count -= 1
        }
    }
}
