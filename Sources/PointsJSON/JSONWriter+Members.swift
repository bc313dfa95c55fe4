// MARK: - Members

extension JSONWriter {
    /// Writes a member with a string, or nothing for nil.
    package mutating func member(_ key: StaticString, _ value: String?) {
        guard let value else { return }
        self.key(key)
        self.value(value)
    }

    /// Writes a member with an integer, or nothing for nil.
    package mutating func member(_ key: StaticString, _ value: Int64?) {
        guard let value else { return }
        self.key(key)
        self.value(value)
    }

    /// Writes a member with an integer, or nothing for nil.
    package mutating func member(_ key: StaticString, _ value: Int?) {
        guard let value else { return }
        self.key(key)
        self.value(value)
    }

    /// Writes a member with `true` or `false`, or nothing for nil.
    package mutating func member(_ key: StaticString, _ value: Bool?) {
        guard let value else { return }
        self.key(key)
        self.value(value)
    }

    /// Writes a member with a whole value, or nothing for nil.
    package mutating func member(_ key: StaticString, _ value: JSON?) {
        guard let value else { return }
        self.key(key)
        self.value(value)
    }

    /// Writes a member with `null`.
    package mutating func memberNull(_ key: StaticString) {
        self.key(key)
        null()
    }

    /// Writes a member with an object.
    package mutating func member(
        _ key: StaticString, object body: (inout JSONWriter) -> Void
    ) {
        self.key(key)
        self.object(body)
    }

    /// Writes a member with an array.
    package mutating func member(
        _ key: StaticString, array body: (inout JSONWriter) -> Void
    ) {
        self.key(key)
        self.array(body)
    }

    /// Writes a member whose key is not known beforehand; the body writes exactly one value.
    package mutating func member(
        named key: String, _ body: (inout JSONWriter) -> Void
    ) {
        self.key(key)
        body(&self)
    }
}

// MARK: - Elements

// The closures of an object and of an array are told apart by label; without it a call does not
// compile.
// swift-format-ignore: AmbiguousTrailingClosureOverload
extension JSONWriter {
    /// Writes an element that is a string.
    package mutating func element(_ value: String) {
        self.value(value)
    }

    /// Writes an element that is an integer.
    package mutating func element(_ value: Int64) {
        self.value(value)
    }

    /// Writes an element that is an integer.
    package mutating func element(_ value: Int) {
        self.value(value)
    }

    /// Writes an element that is `true` or `false`.
    package mutating func element(_ value: Bool) {
        self.value(value)
    }

    /// Writes an element that is a whole value.
    package mutating func element(_ value: JSON) {
        self.value(value)
    }

    /// Writes an element that is an object.
    package mutating func element(object body: (inout JSONWriter) -> Void) {
        object(body)
    }

    /// Writes an element that is an array.
    package mutating func element(array body: (inout JSONWriter) -> Void) {
        array(body)
    }
}
