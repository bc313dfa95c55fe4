import Foundation
import PointsJSON

// MARK: - Keywords for one type

extension SchemaChecker {
    /// Keywords that look at values of one type only, and let others pass.
    func lookInside(
        _ value: JSON, _ keyword: String, _ part: SchemaPlace, of schema: SchemaPlace,
        on pointer: JSONPointer
    ) -> SchemaReport {
        switch keyword {
        case "properties", "required", "additionalProperties", "propertyNames", "minProperties":
            guard let object = value.object else { return SchemaReport() }
            return look(at: object, keyword, part, of: schema, on: pointer)
        case "items", "minItems", "maxItems":
            guard let elements = value.array else { return SchemaReport() }
            return look(at: elements, keyword, part, on: pointer)
        case "minimum", "maximum":
            guard let number = value.exactInteger else { return SchemaReport() }
            return look(at: number, keyword, part, of: schema, on: pointer)
        case "minLength", "maxLength", "pattern":
            guard let text = value.string else { return SchemaReport() }
            return look(at: text, keyword, part, on: pointer)
        default: return SchemaReport(problems: ["\(part.name): a keyword that is not known"])
        }
    }

    private func look(
        at object: JSONObject, _ keyword: String, _ part: SchemaPlace, of schema: SchemaPlace,
        on pointer: JSONPointer
    ) -> SchemaReport {
        var report = SchemaReport()
        let known = schema.inside("properties")?.members ?? []
        switch keyword {
        case "properties":
            for (key, member) in known {
                guard let value = object[key] else { continue }
                report.used.insert(member.name)
                report.add(look(at: value, as: member, on: pointer.appending(key)))
            }
        case "required":
            let keys = (part.json.array ?? []).compactMap(\.string)
            report.required[pointer.description] = Set(keys)
            for key in keys where object[key] == nil {
                report.problems.append("\(pointer): \(key) is missing")
            }
        case "additionalProperties":
            if part.json == false {
                report.keys[pointer.description] = Set(known.map(\.key))
            }
            for member in object.members where !known.contains(where: { $0.key == member.key }) {
                let place = pointer.appending(member.key)
                report.add(look(at: member.value, as: part, on: place))
            }
        case "propertyNames":
            for key in object.keys {
                report.add(look(at: .string(key), as: part, on: pointer.appending(key)))
            }
            // Names that the writer chooses are neither words of the format nor numbers.
            report.choices = []
        default:
            if Int64(object.count) < part.json.exactInteger ?? 0 {
                report.problems.append("\(pointer): too few members")
            }
        }
        return report
    }

    private func look(
        at elements: [JSON], _ keyword: String, _ part: SchemaPlace, on pointer: JSONPointer
    ) -> SchemaReport {
        var report = SchemaReport()
        let bound = part.json.exactInteger ?? 0
        switch keyword {
        case "items":
            for (index, element) in elements.enumerated() {
                report.add(look(at: element, as: part, on: pointer.appending(index)))
            }
        case "minItems":
            if elements.count < bound { report.problems.append("\(pointer): too few") }
        default: if elements.count > bound { report.problems.append("\(pointer): too many") }
        }
        return report
    }

    private func look(
        at number: Int64, _ keyword: String, _ part: SchemaPlace, of schema: SchemaPlace,
        on pointer: JSONPointer
    ) -> SchemaReport {
        let least = schema.json["minimum"]?.exactInteger ?? .min
        let greatest = schema.json["maximum"]?.exactInteger ?? .max
        var report = SchemaReport(bounds: [pointer.description: least...greatest])
        if keyword == "minimum" ? number < least : number > greatest {
            report.problems.append("\(pointer): out of \(least)...\(greatest)")
        }
        return report
    }

    private func look(
        at text: String, _ keyword: String, _ part: SchemaPlace, on pointer: JSONPointer
    ) -> SchemaReport {
        let isGood: Bool
        switch keyword {
        case "minLength": isGood = text.unicodeScalars.count >= part.json.exactInteger ?? 0
        case "maxLength": isGood = text.unicodeScalars.count <= part.json.exactInteger ?? 0
        default:
            let pattern = try? Regex(part.json.string ?? "(").matchingSemantics(.unicodeScalar)
            isGood = pattern.map { text.contains($0) } ?? false
        }
        return SchemaReport(problems: isGood ? [] : ["\(pointer): \(keyword)"])
    }
}
