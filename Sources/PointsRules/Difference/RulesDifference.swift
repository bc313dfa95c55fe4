package import PointsCore
import PointsJSON

/// What changes from one set of rules to another, in words for the people who answer for the program.
package enum RulesDifference {
    /// Every change, settings first and then file by file.
    ///
    /// Whether the sets make sense is not asked: a draft can be compared as well.
    package static func changes(
        from old: RulesetSource, to new: RulesetSource
    ) throws(RulesError) -> [RulesChange] {
        let (before, after) = (try contents(of: old), try contents(of: new))
        let (oldBook, newBook) = (Phrasebook(before), Phrasebook(after))
        let paths = Set(before.keys).union(after.keys).sorted { left, right in
            let isSettings = (left == RulesetReader.programFile, right == RulesetReader.programFile)
            return isSettings.0 != isSettings.1
                ? isSettings.0 : left.utf8.lexicographicallyPrecedes(right.utf8)
        }
        let changes = paths.flatMap { path in
            FileDifference(
                path: path, old: before[path], new: after[path], oldBook: oldBook, newBook: newBook
            ).changes
        }
        let most = RulesLimits.changesMax
        guard changes.count > most else { return changes }
        let more = changes.count - most
        return changes.prefix(most) + [
            RulesChange(
                file: "", pointer: "", ja: "ほか\(more)件の変更", en: "and \(more) more changes")
        ]
    }

    /// The same of canonical contents.
    ///
    /// - Throws: ``Refusal/rulesInvalid(_:)`` if one of them is the content of no set.
    package static func changes(
        from old: [UInt8], to new: [UInt8]
    ) throws(Refusal) -> [RulesChange] {
        do throws(RulesError) {
            return try changes(
                from: RulesetSource(canonicalBytes: old), to: RulesetSource(canonicalBytes: new))
        } catch {
            throw error.refusal
        }
    }

    /// The files in their canonical form, so that a number that is written in another way is no change.
    private static func contents(of source: RulesetSource) throws(RulesError) -> [String: JSON] {
        let canonical = try RulesetSource(canonicalBytes: source.canonicalBytes)
        return Dictionary(
            canonical.files.map { ($0.path, $0.content) }, uniquingKeysWith: { first, _ in first })
    }
}
