/// A hit of a search, as far as whoever asks may see it.
package struct PersonView: Hashable, Sendable {
    /// The opaque id.
    package let id: MemberID
    /// Where the member stands.
    package let status: MemberStatus
    /// What is known of the person, by the names of ``Profile/names``, masked or in full.
    package let profile: Profile
    /// What channels call the person, masked or in full.
    package let identities: [IdentityClaim]

    /// A hit in full.
    package init(
        id: MemberID, status: MemberStatus, profile: Profile, identities: [IdentityClaim]
    ) {
        self.id = id
        self.status = status
        self.profile = profile
        self.identities = identities
    }
}

// MARK: - Masking

extension PersonView {
    /// The fields that a masked hit has, so that the right person can be told from others of the name.
    private static let shown = [
        "familyName", "givenName", "familyNameKana", "givenNameKana", "phone", "email",
    ]

    /// The same for somebody who may know only enough to ask the person whether it is they.
    package var masked: PersonView {
        var values: [String: String] = [:]
        for name in PersonView.shown {
            guard let value = profile.values[name] else { continue }
            values[name] =
                switch name {
                case "phone": PersonView.end(of: value)
                case "email": PersonView.beginning(of: value)
                default: PersonView.initial(of: value)
                }
        }
        return PersonView(
            id: id, status: status, profile: Profile(values: values),
            identities: identities.map {
                IdentityClaim(
                    kind: $0.kind,
                    value: $0.value.contains("@")
                        ? PersonView.beginning(of: $0.value) : PersonView.end(of: $0.value),
                    isVerified: $0.isVerified, isBlocked: $0.isBlocked)
            })
    }

    private static let mark: Character = "●"

    /// 山田 as 山●.
    private static func initial(of name: String) -> String {
        String(name.prefix(1)) + String(repeating: mark, count: max(1, name.count - 1))
    }

    /// The last four of a number, or fewer of a short one.
    private static func end(of value: String) -> String {
        let count = min(4, value.count / 2)
        return String(repeating: mark, count: value.count - count) + value.suffix(count)
    }

    /// The first character of an address; how long it is stays untold.
    private static func beginning(of address: String) -> String {
        String(address.prefix(1)) + String(repeating: mark, count: 3) + "@"
            + String(repeating: mark, count: 3)
    }
}
