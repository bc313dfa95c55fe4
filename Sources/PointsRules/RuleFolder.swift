import Foundation
import PointsCore
import PointsJSON

/// A folder of rule files, as a program manager edits it.
package enum RuleFolder {
    private static let schemaFolder = "schema"
    /// Folders in which nothing but rules should stand.
    private static let ruleFolders = ["", "earn/", "burn/", "activities/", "segments/", "offers/"]

    /// Reads every `.json` file of a folder, but not hidden ones nor the schemas for editors.
    ///
    /// - Throws: ``RulesError/folderUnreadable(path:)``, or ``RulesError/invalid(_:)`` where a file
    ///   is not JSON, or is called otherwise; then the mistakes of the other files are told too.
    package static func read(_ path: String) throws(RulesError) -> RulesetSource {
        let sheet = ComplaintSheet()
        let found = try paths(in: path, below: "", depth: 0)
        for path in found where !isRule(path) {
            sheet.note(
                RulesProblem(
                    file: path, pointer: "",
                    problem:
                        "it is not read, for its name does not end in .json; rename it, or take"
                        + " it out of the folder"))
        }
        let paths = found.filter(isRule)
        guard paths.count <= RulesLimits.filesMax else {
            throw .invalid([
                RulesProblem(
                    file: "", pointer: "",
                    problem:
                        "found \(paths.count) files, expected at most \(RulesLimits.filesMax)")
            ])
        }
        let sorted = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let files = sorted.map { ($0, content(of: $0, in: path, sheet: sheet)) }
        guard sheet.isEmpty else {
            _ = RulesetReader(files: files, hash: [], sheet: sheet).read()
            throw .invalid(sheet.complaints)
        }
        return RulesetSource(
            files: files.compactMap { path, content in
                content.map { RulesetSource.File(path: path, content: $0) }
            })
    }

    private static func isRule(_ path: String) -> Bool { path.hasSuffix(".json") }

    /// Whether a file is for people, or an editor's copy of what stood there before.
    private static func isBeside(_ name: String) -> Bool {
        name.hasPrefix("README") || name.hasSuffix(".md") || name.hasSuffix("~")
    }

    /// Paths of the rule files in a folder and the folders within it, and of files that look as if they were meant for some.
    ///
    /// - Throws: ``RulesError/folderUnreadable(path:)``: a folder that is passed over would
    ///   take its rules out of force.
    private static func paths(
        in root: String, below folder: String, depth: Int
    ) throws(RulesError) -> [String] {
        guard depth <= RulesLimits.folderDepthMax,
            let names = try? FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)
        else { throw .folderUnreadable(path: folder.isEmpty ? root : root + "/" + folder) }
        var paths: [String] = []
        for name in names where !name.hasPrefix(".") && folder + name != schemaFolder {
            let path = folder + name
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(
                atPath: root + "/" + path, isDirectory: &isFolder)
            if exists, isFolder.boolValue {
                paths += try self.paths(in: root, below: path + "/", depth: depth + 1)
            } else if isRule(path) || ruleFolders.contains(folder) && !isBeside(name) {
                paths.append(path)
            }
        }
        return paths
    }

    private static func content(
        of path: String, in root: String, sheet: ComplaintSheet
    ) -> JSON? {
        func note(_ problem: String) {
            sheet.note(RulesProblem(file: path, pointer: "", problem: problem))
        }
        guard let data = FileManager.default.contents(atPath: root + "/" + path) else {
            note("the file cannot be read")
            return nil
        }
        guard data.count <= RulesLimits.fileBytesMax else {
            note("found \(data.count) bytes, expected at most \(RulesLimits.fileBytesMax)")
            return nil
        }
        do throws(JSONParseError) {
            return try JSON(parsing: [UInt8](data))
        } catch {
            note("not JSON: \(error.message)")
            return nil
        }
    }
}
