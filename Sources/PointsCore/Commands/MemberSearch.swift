/// `member.search`: finds people at the shop counter by what they can say about themselves.
package struct MemberSearch: Hashable, Sendable {
    /// A card's number, or its end.
    package let card: String?
    /// A telephone number; or its end, together with a name.
    package let phone: String?
    /// How the family name is read, or how its reading begins.
    package let familyNameKana: String?
    /// How the given name is read, or how its reading begins; the family name is whole then.
    package let givenNameKana: String?
    /// Whether the hits are shown in full.
    package let isUnmasked: Bool

    /// A search.
    package init(
        card: String? = nil, phone: String? = nil, familyNameKana: String? = nil,
        givenNameKana: String? = nil, isUnmasked: Bool = false
    ) {
        self.card = card
        self.phone = phone
        self.familyNameKana = familyNameKana
        self.givenNameKana = givenNameKana
        self.isUnmasked = isUnmasked
    }
}
