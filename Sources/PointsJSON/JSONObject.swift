/// The members of a JSON object, in the order written, no key twice.
///
/// Keys are compared by their UTF-8 bytes. Look-ups and assignments walk the members: objects are
/// small, and a reader of a large one iterates over ``members``.
package struct JSONObject: Sendable {
    /// The members in order.
    package private(set) var members: [Member]

    /// A key and its value.
    package struct Member: Sendable {
        /// The key, unescaped.
        package let key: String

        /// The value.
        package var value: JSON
    }

    /// An object without members.
    package init() {
        members = []
    }

    /// The caller has made sure that no key occurs twice.
    init(unchecked members: [Member]) {
        self.members = members
    }

    /// A key given twice is a programming error.
    init(distinct members: [(String, JSON)]) {
        precondition(
            Set(members.lazy.map { ExactString($0.0) }).count == members.count,
            "a key is given twice")
        self.members = members.map { Member(key: $0.0, value: $0.1) }
    }
}

// MARK: - Access

extension JSONObject {
    /// How many members there are.
    package var count: Int {
        members.count
    }

    /// Whether there are no members.
    package var isEmpty: Bool {
        members.isEmpty
    }

    /// The keys in order.
    package var keys: [String] {
        members.map(\.key)
    }

    /// The value for a key.
    ///
    /// Setting replaces it in place or appends it; setting nil removes the member, and `JSON.null`
    /// sets it to null.
    package subscript(key: String) -> JSON? {
        get {
            position(of: key).map { members[$0].value }
        }
        set {
            switch (position(of: key), newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(key: key, value: value))
            case (nil, nil): break
            }
        }
    }

    /// The place of a key among ``members``.
    package func position(of key: String) -> Int? {
        members.firstIndex { ExactString($0.key) == ExactString(key) }
    }
}

// MARK: - Equality

extension JSONObject: Hashable {
    /// The order of members does not matter (RFC 8259, section 4).
    package static func == (left: JSONObject, right: JSONObject) -> Bool {
        guard left.count == right.count else { return false }
        if left.count <= JSONLimits.linearKeysMax {
            return left.members.allSatisfy { right[$0.key] == $0.value }
        }
        var values: [ExactString: JSON] = [:]
        for member in right.members {
            values[ExactString(member.key)] = member.value
        }
        return left.members.allSatisfy { values[ExactString($0.key)] == $0.value }
    }

    /// Agrees with `==`: the sum of the members' hashes has no order.
    package func hash(into hasher: inout Hasher) {
        var sum = 0
        for member in members {
            var memberHasher = Hasher()
            memberHasher.combine(ExactString(member.key))
            memberHasher.combine(member.value)
            sum &+= memberHasher.finalize()
        }
        hasher.combine(count)
        hasher.combine(sum)
    }
}

// MARK: - Literals

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// The members in the order written; a key given twice is a programming error.
    package init(dictionaryLiteral members: (String, JSON)...) {
        self.init(distinct: members)
    }
}
