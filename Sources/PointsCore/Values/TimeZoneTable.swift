/// The offsets from UTC that a place has used, as data: the core asks no system for them.
package struct TimeZoneTable: Hashable, Sendable {
    /// The IANA name, such as `Asia/Tokyo`.
    package let name: String

    private let changes: [Change]

    /// From this moment on the place is so many seconds east of UTC.
    package struct Change: Hashable, Sendable {
        /// When the offset begins.
        package let from: Instant
        /// Seconds east of UTC, −86,400 to 86,400.
        package let offsetSeconds: Int

        /// An offset and its beginning.
        package init(from: Instant, offsetSeconds: Int) {
            self.from = from
            self.offsetSeconds = offsetSeconds
        }
    }

    /// A table of changes, earliest first; the first holds for everything before it too.
    package init(name: String, changes: [Change]) {
        precondition(!changes.isEmpty, "a zone has at least one offset")
        self.name = name
        self.changes = changes
    }

    /// Japan: nine hours east, no summer time since 1951.
    package static let tokyo = TimeZoneTable(
        name: "Asia/Tokyo", changes: [Change(from: .distantPast, offsetSeconds: 32_400)])

    /// Seconds east of UTC at a moment.
    package func offsetSeconds(at instant: Instant) -> Int {
        let last = changes.last { $0.from <= instant }
        return last?.offsetSeconds ?? changes[0].offsetSeconds
    }
}
