import Foundation
import PointsJSON
import Testing

/// Looks at values as JSON Schema (draft 2020-12) asks for, with the keywords that the schemas for rule files use.
///
/// A keyword that it does not know is a problem: nothing in a schema is passed over.
struct SchemaChecker {
    /// Schemas by the names of their files.
    let files: [String: JSON]

    /// The schemas for rule files.
    static func ofRules() throws -> SchemaChecker {
        let folder = Repository.path("Rules/schema")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        return SchemaChecker(
            files: try names.filter { $0.hasSuffix(".json") }.reduce(into: [:]) { files, name in
                files[name] = try JSON(
                    parsing: String(contentsOfFile: folder + "/" + name, encoding: .utf8))
            })
    }

    /// What the schema for a rule file says of its content.
    func report(on content: JSON, of path: String) throws -> SchemaReport {
        let folder = path.split(separator: "/").first.map(String.init) ?? ""
        let file = path.contains("/") ? folder + ".json" : path
        let schema = SchemaPlace(file: file, pointer: .root, json: try #require(files[file]))
        return look(at: content, as: schema, on: .root)
    }
}

// MARK: - Keywords

extension SchemaChecker {
    func look(at value: JSON, as schema: SchemaPlace, on pointer: JSONPointer) -> SchemaReport {
        var report = SchemaReport()
        if case .bool(let isAllowed) = schema.json {
            if !isAllowed { report.problems.append("\(pointer): not allowed here") }
            return report
        }
        for (keyword, part) in schema.members {
            switch keyword {
            case "$schema", "$defs", "title", "description", "then", "else": break
            case "$ref": report.add(look(at: value, as: resolve(part), on: pointer))
            case "allOf":
                for each in part.elements { report.add(look(at: value, as: each, on: pointer)) }
            case "anyOf", "oneOf":
                report.add(choose(keyword, among: part.elements, for: value, on: pointer))
            case "not":
                if look(at: value, as: part, on: pointer).isGood {
                    report.problems.append("\(pointer): is what it must not be")
                }
            case "if": report.add(decide(schema, part, for: value, on: pointer))
            case "const", "enum":
                let values = keyword == "const" ? [part.json] : part.json.array ?? []
                report.choices.insert(pointer.description)
                if !values.contains(value) {
                    report.problems.append("\(pointer): none of the choices")
                }
            case "type":
                if !isOfType(part.json.string ?? "", value) {
                    report.problems.append("\(pointer): not \(part.json.text())")
                }
            default:
                report.add(
                    lookInside(value, keyword, part, of: schema, on: pointer))
            }
        }
        return report
    }

    private func resolve(_ reference: SchemaPlace) -> SchemaPlace {
        let parts = (reference.json.string ?? "").split(
            separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let file = parts[0].isEmpty ? reference.file : String(parts[0])
        var place = SchemaPlace(file: file, pointer: .root, json: files[file] ?? false)
        for step in parts.last?.split(separator: "/") ?? [] {
            place =
                place.inside(String(step))
                ?? SchemaPlace(file: file, pointer: place.pointer, json: false)
        }
        return place
    }

    private func choose(
        _ keyword: String, among schemas: [SchemaPlace], for value: JSON, on pointer: JSONPointer
    ) -> SchemaReport {
        let fitting = schemas.map { look(at: value, as: $0, on: pointer) }.filter(\.isGood)
        var report = SchemaReport()
        for each in fitting { report.add(each) }
        // One of several keys is enough: none of them must be there.
        if fitting.count > 1 { report.required[pointer.description] = nil }
        if fitting.isEmpty || keyword == "oneOf" && fitting.count > 1 {
            report.problems.append("\(pointer): \(fitting.count) of \(keyword) fit")
        }
        return report
    }

    private func decide(
        _ schema: SchemaPlace, _ condition: SchemaPlace, for value: JSON, on pointer: JSONPointer
    ) -> SchemaReport {
        let holds = look(at: value, as: condition, on: pointer).isGood
        guard let next = schema.inside(holds ? "then" : "else") else { return SchemaReport() }
        return look(at: value, as: next, on: pointer)
    }

    private func isOfType(_ type: String, _ value: JSON) -> Bool {
        switch type {
        case "object": value.object != nil
        case "array": value.array != nil
        case "string": value.string != nil
        case "integer": value.exactInteger != nil
        case "boolean": value.bool != nil
        default: false
        }
    }
}
