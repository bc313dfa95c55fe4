package import PointsCore
package import PointsJSON

/// The content of a folder of rules, before anybody looks whether it makes sense.
///
/// Its canonical bytes are what the database keeps, and their hash is the name of the set: white
/// space and the order of keys change neither.
package struct RulesetSource: Hashable, Sendable {
    /// The files, in the order of their paths' bytes.
    package let files: [File]
    /// Canonical JSON of `{path: content}`.
    package let canonicalBytes: [UInt8]
    /// SHA-256 of ``canonicalBytes``.
    package let hash: [UInt8]

    /// One rule file.
    package struct File: Hashable, Sendable {
        /// The path within the folder, with slashes: `earn/base.json`.
        package let path: String
        /// What the file holds.
        package let content: JSON

        /// A file of that content.
        package init(path: String, content: JSON) {
            self.path = path
            self.content = content
        }
    }

    /// A set of files in any order; a path given twice is a programming error.
    package init(files: [File]) {
        self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        var whole = JSONObject()
        for file in files {
            precondition(whole[file.path] == nil, "a path is given once")
            whole[file.path] = file.content
        }
        canonicalBytes = JSON.object(whole).canonicalBytes()
        hash = SHA256.digest(canonicalBytes)
    }

    /// The set that was kept as canonical bytes.
    ///
    /// - Throws: ``RulesError/sourceUnreadable(problem:)`` if the bytes are no JSON object.
    package init(canonicalBytes: [UInt8]) throws(RulesError) {
        let whole: JSON
        do throws(JSONParseError) {
            whole = try JSON(parsing: canonicalBytes)
        } catch {
            throw .sourceUnreadable(problem: error.message)
        }
        guard let object = whole.object else {
            throw .sourceUnreadable(problem: "\(whole.kindName) instead of an object")
        }
        self.init(files: object.members.map { File(path: $0.key, content: $0.value) })
    }
}

// MARK: - Reading

extension RulesetSource {
    /// The rules with their titles and examples.
    ///
    /// - Throws: ``RulesError/invalid(_:)`` with every mistake in every file.
    package func checked() throws(RulesError) -> CheckedRules {
        let sheet = ComplaintSheet()
        let reader = RulesetReader(
            files: files.map { ($0.path, $0.content) }, hash: hash, sheet: sheet)
        let rules = reader.read()
        guard sheet.isEmpty else { throw .invalid(sheet.complaints) }
        return rules
    }

    /// The rules alone.
    ///
    /// - Throws: ``RulesError/invalid(_:)`` with every mistake in every file.
    package func ruleset() throws(RulesError) -> Ruleset {
        try checked().ruleset
    }
}
