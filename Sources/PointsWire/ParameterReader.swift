internal import PointsCore
internal import PointsJSON

/// Takes parameters out of a JSON object one by one, and complains about what is missing, wrong or left over.
struct ParameterReader {
    private let object: JSONObject
    private let pointer: JSONPointer
    /// The places of the members that were asked for, one bit each.
    ///
    /// No method has 64 parameters: members beyond the 64th are unknown ones, or follow one.
    private var taken: UInt64 = 0

    init(_ object: JSONObject, at pointer: JSONPointer = .root) {
        self.object = object
        self.pointer = pointer
    }

    /// Refuses parameters that nobody has taken.
    func finish() throws(Refusal) {
        for (index, member) in object.members.enumerated()
        where index >= UInt64.bitWidth || taken & (1 << UInt64(index)) == 0 {
            throw .invalidParams(
                pointer: pointer.appending(member.key).description,
                expected: "left out: there is no parameter of this name here")
        }
    }

    /// Whether a parameter is there and not null.
    func has(_ key: String) -> Bool {
        object[key].map { !$0.isNull } ?? false
    }

    /// Whether a parameter is there, perhaps null.
    func isNamed(_ key: String) -> Bool {
        object[key] != nil
    }

    /// Whether a parameter is an object.
    func isObject(_ key: String) -> Bool {
        object[key]?.object != nil
    }

    func refusal(_ key: String, _ expected: String) -> Refusal {
        .invalidParams(pointer: pointer.appending(key).description, expected: expected)
    }

    /// A parameter's value, unless it is left out or null.
    mutating func value(_ key: String) -> JSON? {
        guard let index = object.position(of: key) else { return nil }
        if index < UInt64.bitWidth { taken |= 1 << UInt64(index) }
        let value = object.members[index].value
        guard !value.isNull else { return nil }
        return value
    }
}

// MARK: - Parameters that may be left out

extension ParameterReader {
    mutating func optionalText(
        _ key: String, bytesMax: Int = CoreLimits.nameBytesMax
    ) throws(Refusal) -> String? {
        guard let value = value(key) else { return nil }
        let expected = "text of 1 to \(bytesMax) bytes without control characters"
        guard let text = value.string, (1...bytesMax).contains(text.utf8.count),
            !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7f })
        else { throw refusal(key, expected) }
        return text
    }

    /// An idempotency key.
    mutating func optionalKey(_ key: String) throws(Refusal) -> String? {
        guard let value = value(key) else { return nil }
        guard let text = value.string,
            (1...WireLimits.keyCharactersMax).contains(text.unicodeScalars.count),
            !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7f })
        else {
            throw refusal(
                key,
                "text of 1 to \(WireLimits.keyCharactersMax) characters, none a control character")
        }
        return text
    }

    mutating func optionalInteger(
        _ key: String, in range: ClosedRange<Int64>
    ) throws(Refusal) -> Int64? {
        guard let value = value(key) else { return nil }
        guard let number = value.exactInteger, range.contains(number) else {
            throw refusal(key, "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    mutating func optionalFlag(_ key: String) throws(Refusal) -> Bool? {
        guard let value = value(key) else { return nil }
        guard let flag = value.bool else { throw refusal(key, "true or false") }
        return flag
    }

    /// One of the words of an enumeration.
    mutating func optionalWord<Word>(
        _ key: String, _ type: Word.Type
    ) throws(Refusal) -> Word?
    where Word: CaseIterable & RawRepresentable, Word.RawValue == String {
        guard let value = value(key) else { return nil }
        guard let word = value.string.flatMap({ Word(rawValue: $0) }) else {
            let words = Word.allCases.map { "\"\($0.rawValue)\"" }
            throw refusal(key, "one of " + words.joined(separator: ", "))
        }
        return word
    }

    mutating func optionalInstant(_ key: String) throws(Refusal) -> Instant? {
        guard let value = value(key) else { return nil }
        guard let text = value.string, let instant = Instant(text) else {
            throw refusal(
                key, "a moment as RFC 3339 has it, such as 2026-11-22T10:00:00+09:00")
        }
        return instant
    }

    mutating func optionalDate(_ key: String) throws(Refusal) -> CivilDate? {
        guard let value = value(key) else { return nil }
        guard let text = value.string, let date = CivilDate(text) else {
            throw refusal(key, "a day of the calendar, such as 2026-11-22")
        }
        return date
    }

    mutating func optionalPosition(
        _ key: String, prefix: String
    ) throws(Refusal) -> JournalPosition? {
        guard let value = value(key) else { return nil }
        guard let text = value.string, let position = JournalPosition(text, prefix: prefix) else {
            throw refusal(key, "an id such as \(prefix)42")
        }
        return position
    }

    /// The elements of an array, each read as an object.
    mutating func optionalObjects<Value>(
        _ key: String, count: ClosedRange<Int>,
        _ read: (inout ParameterReader) throws(Refusal) -> Value
    ) throws(Refusal) -> [Value]? {
        guard let value = value(key) else { return nil }
        guard let elements = value.array, count.contains(elements.count) else {
            throw refusal(
                key, "an array of \(count.lowerBound) to \(count.upperBound) objects")
        }
        var values: [Value] = []
        for (index, element) in elements.enumerated() {
            let place = pointer.appending(key).appending(index)
            guard let object = element.object else {
                throw .invalidParams(pointer: place.description, expected: "an object")
            }
            var reader = ParameterReader(object, at: place)
            values.append(try read(&reader))
            try reader.finish()
        }
        return values
    }

    /// A member, named by id or by identity.
    mutating func optionalMember(_ key: String) throws(Refusal) -> MemberReference? {
        guard let value = value(key) else { return nil }
        if let text = value.string {
            // An id of another form is an id that nobody has.
            return .id(MemberID(text) ?? MemberID(number: -1, token: 0))
        }
        guard let object = value.object else {
            throw refusal(key, "a member's id, or an identity {\"kind\", \"value\"}")
        }
        var reader = ParameterReader(object, at: pointer.appending(key))
        let kind = try reader.text("kind")
        let name = try reader.text("value")
        try reader.finish()
        return .identity(kind: kind, value: name)
    }

    /// Names of parts, in an array or in one text with commas between them.
    mutating func parts(_ key: String) throws(Refusal) -> Set<MemberPart> {
        guard let value = value(key) else { return [] }
        let known = MemberPart.allCases.map(\.rawValue).joined(separator: ", ")
        let names =
            value.string.map { $0.split(separator: ",").map { JSON.string(String($0)) } }
            ?? value.array
        guard let names else { throw refusal(key, "an array of names among \(known)") }
        var parts: Set<MemberPart> = []
        for name in names {
            guard let part = name.string.flatMap(MemberPart.init) else {
                throw refusal(key, "an array of names among \(known)")
            }
            parts.insert(part)
        }
        return parts
    }

    /// An object that may be left out.
    mutating func optionalObject<Value>(
        _ key: String, _ read: (inout ParameterReader) throws(Refusal) -> Value
    ) throws(Refusal) -> Value? {
        guard let value = value(key) else { return nil }
        guard let object = value.object else { throw refusal(key, "an object") }
        var reader = ParameterReader(object, at: pointer.appending(key))
        let result = try read(&reader)
        try reader.finish()
        return result
    }
}

// MARK: - Parameters that must be there

extension ParameterReader {
    mutating func text(
        _ key: String, bytesMax: Int = CoreLimits.nameBytesMax
    ) throws(Refusal) -> String {
        guard let text = try optionalText(key, bytesMax: bytesMax) else {
            throw refusal(key, "text of 1 to \(bytesMax) bytes without control characters")
        }
        return text
    }

    mutating func integer(_ key: String, in range: ClosedRange<Int64>) throws(Refusal) -> Int64 {
        guard let number = try optionalInteger(key, in: range) else {
            throw refusal(key, "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    mutating func flag(_ key: String) throws(Refusal) -> Bool {
        guard let flag = try optionalFlag(key) else { throw refusal(key, "true or false") }
        return flag
    }

    mutating func date(_ key: String) throws(Refusal) -> CivilDate {
        guard let date = try optionalDate(key) else {
            throw refusal(key, "a day of the calendar, such as 2026-11-22")
        }
        return date
    }

    mutating func position(_ key: String, prefix: String) throws(Refusal) -> JournalPosition {
        guard let position = try optionalPosition(key, prefix: prefix) else {
            throw refusal(key, "an id such as \(prefix)42")
        }
        return position
    }

    mutating func objects<Value>(
        _ key: String, count: ClosedRange<Int>,
        _ read: (inout ParameterReader) throws(Refusal) -> Value
    ) throws(Refusal) -> [Value] {
        guard let values = try optionalObjects(key, count: count, read) else {
            throw refusal(
                key, "an array of \(count.lowerBound) to \(count.upperBound) objects")
        }
        return values
    }

    mutating func member(_ key: String) throws(Refusal) -> MemberReference {
        guard let member = try optionalMember(key) else {
            throw refusal(key, "a member's id, or an identity {\"kind\", \"value\"}")
        }
        return member
    }
}
