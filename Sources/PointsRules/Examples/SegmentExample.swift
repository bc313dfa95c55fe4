package import PointsCore

/// A worked example in the file of a segment: somebody, and whether they belong to it.
package struct SegmentExample: Hashable, Sendable {
    /// The segment in whose file it stands.
    package let segment: String
    /// Its place in the file's list, from zero.
    package let index: Int
    /// What it shows.
    package let name: String
    /// Who is asked about.
    package let subject: SegmentSubject
    /// Whether they belong to it.
    package let isMember: Bool
}

// MARK: - Place

extension SegmentExample {
    /// The file that it stands in.
    package var file: String { segment + ".json" }
    /// Its place within the file (RFC 6901).
    package var pointer: String { "/examples/\(index)" }
}
