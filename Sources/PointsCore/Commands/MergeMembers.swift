/// `member.merge` and `member.unmerge`: two members are one person, or were not.
package struct MergeMembers: Hashable, Sendable {
    /// Who stays.
    package let survivor: MemberReference
    /// Who becomes part of them, or comes apart from them again.
    package let other: MemberReference
    /// Whether to only show what would move.
    package let isPreview: Bool

    /// Two members.
    package init(survivor: MemberReference, other: MemberReference, isPreview: Bool) {
        self.survivor = survivor
        self.other = other
        self.isPreview = isPreview
    }
}
