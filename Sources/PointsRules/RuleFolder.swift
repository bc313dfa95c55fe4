import Foundation
import PointsCore
import PointsJSON

/// A folder of rule files, as a program manager edits it.
package enum RuleFolder {
    private static let schemaFolder = "schema"

    /// Reads every `.json` file of a folder, but not hidden ones nor the schemas for editors.
    ///
    /// - Throws: ``RulesError/folderUnreadable(path:)``, or ``RulesError/invalid(_:)`` where a file
    ///   is not JSON; then the mistakes of the other files are told too.
    package static func read(_ path: String) throws(RulesError) -> RulesetSource {
        let sheet = ComplaintSheet()
        let paths = try paths(in: path, below: "", depth: 0)
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

    /// Paths of the rule files in a folder and the folders within it.
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
            } else if name.hasSuffix(".json") {
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
