/// A page of the members of a segment.
package struct SegmentView: Hashable, Sendable {
    /// The segment, by its id.
    package let segment: String
    /// What it is called.
    package let title: Caption?
    /// Who is in it.
    package let members: [Entry]
    /// The number with which the next page begins; `nil` after the last member of the program.
    package let next: Int64?

    /// A member of the segment.
    package struct Entry: Hashable, Sendable {
        /// The opaque id.
        package let id: MemberID
        /// More of the member, where it was asked for.
        package let details: Details?

        /// A member, with more if it was asked for.
        package init(id: MemberID, details: Details? = nil) {
            self.id = id
            self.details = details
        }
    }

    /// What is shown of a member besides the id.
    package struct Details: Hashable, Sendable {
        /// Where the member stands.
        package let status: MemberStatus
        /// The rank; `nil` in a program without ranks.
        package let tier: String?
        /// What the member bought.
        package let customer: CustomerView

        /// Where a member stands, and what they bought.
        package init(status: MemberStatus, tier: String?, customer: CustomerView) {
            self.status = status
            self.tier = tier
            self.customer = customer
        }
    }

    /// A page.
    package init(segment: String, title: Caption?, members: [Entry], next: Int64?) {
        self.segment = segment
        self.title = title
        self.members = members
        self.next = next
    }
}
