internal import PointsCore

/// The words of a command line: `--name value`, `--flag`, and the rest in order.
struct Arguments {
    private(set) var rest: [String] = []
    private var values: [String: String] = [:]
    private var flags: Set<String> = []

    /// Sorts words into options and the rest; `names` take a value, `flagNames` take none.
    ///
    /// - Throws: ``CommandLineError/usage(_:_:)`` for any other option, or one that is given twice;
    ///   ``CommandLineError/helpWanted`` for `--help`.
    init(
        _ words: [String], options names: Set<String>, flags flagNames: Set<String> = []
    ) throws(CommandLineError) {
        var index = 0
        while index < words.count {
            let word = words[index]
            index += 1
            guard word.hasPrefix("--") else {
                rest.append(word)
                continue
            }
            let name = String(word.dropFirst(2))
            if flagNames.contains(name) {
                guard flags.insert(name).inserted else {
                    throw .usage("\(word) is given twice.", Usage.text)
                }
                continue
            }
            guard name != Usage.option else { throw .helpWanted }
            guard names.contains(name) else {
                throw .usage("There is no option \(word) here.", Usage.text)
            }
            guard index < words.count, values[name] == nil else {
                throw .usage("\(word) takes one value, once.", Usage.text)
            }
            values[name] = words[index]
            index += 1
        }
    }

    func has(_ flag: String) -> Bool { flags.contains(flag) }

    func optional(_ name: String) -> String? { values[name] }

    func value(_ name: String) throws(CommandLineError) -> String {
        guard let value = values[name] else {
            throw .usage("--\(name) is missing.", Usage.text)
        }
        return value
    }

    /// A day.
    func date(_ name: String) throws(CommandLineError) -> CivilDate {
        let text = try value(name)
        guard let date = CivilDate(text) else {
            throw .usage("--\(name) should be a day such as 2026-11-22.", Usage.text)
        }
        return date
    }

    /// A moment, if told.
    func optionalInstant(_ name: String) throws(CommandLineError) -> Instant? {
        guard let text = optional(name) else { return nil }
        guard let instant = Instant(text) else {
            throw .usage(
                "--\(name) should be a moment such as 2026-11-22T10:00:00+09:00.", Usage.text)
        }
        return instant
    }

    /// One of the words of an enumeration, if told.
    func optionalChoice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String
    ) throws(CommandLineError) -> Choice? {
        optional(name) == nil ? nil : try choice(name)
    }

    /// One of the words of an enumeration.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String
    ) throws(CommandLineError) -> Choice {
        guard let choice = Choice(rawValue: try value(name)) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw .usage("--\(name) should be one of \(known).", Usage.text)
        }
        return choice
    }

    /// Refuses words that no option took.
    func finish() throws(CommandLineError) {
        if let word = rest.first {
            throw .usage("\"\(word)\" is one word too many.", Usage.text)
        }
    }
}
