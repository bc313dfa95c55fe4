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

    /// Adds the row of an idempotency key.
    package mutating func add(key: String, _ record: KeyRecord) {
        var key = key
        key.withUTF8 { key in
            record.content.withUnsafeBytes { content in
                add(UnsafeRawBufferPointer(key), content, record.position.number)
            }
        }
    }

    /// Adds the row of an order number.
    package mutating func add(_ key: OrderKey, _ position: JournalPosition) {
        var channel = key.channel.text
        var order = key.order.text
        channel.withUTF8 { channel in
            order.withUTF8 { order in
                add(
                    UnsafeRawBufferPointer(channel), UnsafeRawBufferPointer(order), position.number)
            }
        }
    }

    /// Adds the row of a hold that ended.
    package mutating func add(hold position: JournalPosition, _ status: HoldStatus) {
        var status = status.rawValue
        status.withUTF8 { status in
            add(
                UnsafeRawBufferPointer(status), UnsafeRawBufferPointer(start: nil, count: 0),
                position.number)
        }
    }

    /// Adds a row of two texts and a number.
    mutating func add(
        _ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer, _ number: Int64
    ) {
        var hasher = Hasher()
        hasher.combine(RowDigest.salt)
        hasher.combine(first.count)
        hasher.combine(bytes: first)
        hasher.combine(bytes: second)
        hasher.combine(number)
        sum &+= UInt64(bitPattern: Int64(hasher.finalize()))
        count += 1
    }
}
