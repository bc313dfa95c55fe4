/// `member.list`: a page of the members of a segment, in the order of their numbers.
package struct SegmentPage: Hashable, Sendable {
    /// The segment, by its id.
    package let segment: String
    /// The most members, 1–500.
    package let limit: Int
    /// Begin with the member of this number, or the next after it.
    package let start: Int64
    /// Whether more is shown of each than the id.
    package let isDetailed: Bool

    /// A page.
    package init(segment: String, limit: Int, start: Int64 = 1, isDetailed: Bool = false) {
        self.segment = segment
        self.limit = limit
        self.start = start
        self.isDetailed = isDetailed
    }
}
