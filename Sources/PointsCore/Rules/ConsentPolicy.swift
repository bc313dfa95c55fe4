/// What members are asked to agree to, for which companies, and the switches that they set themselves: `consents.json`.
package struct ConsentPolicy: Hashable, Sendable {
    /// What consent is asked for, by name.
    package let purposes: [Purpose]
    /// Switches, by name.
    package let preferences: [Preference]

    /// Something that consent is asked for.
    package struct Purpose: Hashable, Sendable {
        /// The name on the wire, such as `marketing_email`.
        package let name: String
        /// What members read.
        package let title: Caption
        /// The companies that ask, by name: each for its own.
        package let requests: [Request]

        /// A purpose of some companies.
        package init(name: String, title: Caption, requests: [Request]) {
            self.name = name
            self.title = title
            self.requests = requests
        }
    }

    /// A company that asks.
    package struct Request: Hashable, Sendable {
        /// Which one.
        package let company: String
        /// The version of its policy.
        package let version: PolicyVersion
        /// Whether nobody joins through one of its channels who does not agree.
        package let isRequired: Bool

        /// A company with its policy.
        package init(company: String, version: PolicyVersion, isRequired: Bool = false) {
            self.company = company
            self.version = version
            self.isRequired = isRequired
        }
    }

    /// A switch that members set themselves.
    package struct Preference: Hashable, Sendable {
        /// The name on the wire, such as `newsletter`.
        package let name: String
        /// What members read.
        package let title: Caption
        /// What holds for who has not set it.
        package let isOnByDefault: Bool
        /// The consent without which it cannot be on, if it needs one.
        package let need: ConsentTopic?

        /// A switch.
        package init(name: String, title: Caption, isOnByDefault: Bool, need: ConsentTopic? = nil) {
            self.name = name
            self.title = title
            self.isOnByDefault = isOnByDefault
            self.need = need
        }
    }

    /// Purposes and switches, in any order.
    package init(purposes: [Purpose], preferences: [Preference] = []) {
        self.purposes = purposes.sorted { $0.name < $1.name }
        self.preferences = preferences.sorted { $0.name < $1.name }
    }
}
