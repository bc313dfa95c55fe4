/// What kind of points a lot holds: the standard class, or a limited-period class (期間限定) by name.
package struct PointClass: Hashable, Sendable {
    /// The name in rule files and replies.
    package let name: String

    /// The class of that name.
    package init(_ name: String) {
        self.name = name
    }

    /// Points without a period of their own.
    package static let standard = PointClass("standard")

    /// Whether these points are spent before standard ones that expire on the same day.
    package var isLimited: Bool { self != .standard }
}
