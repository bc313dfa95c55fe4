internal import PointsCore

/// The SHA-256 of a plan: over its head and, in order, every row with its import.
package struct PlanHash: Hashable, Sendable {
    /// 32 bytes.
    package let bytes: [UInt8]

    /// A hash of these bytes.
    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}

// MARK: - Text

extension PlanHash: CustomStringConvertible {
    /// 64 hexadecimal digits.
    package var description: String {
        Hexadecimal.text(of: bytes)
    }

    /// How every idempotency key of the plan begins.
    package var keyPrefix: String {
        "migrate:\(description.prefix(16)):"
    }
}
