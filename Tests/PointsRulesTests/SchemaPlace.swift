import PointsJSON

/// A schema within one of the files of schemas.
struct SchemaPlace {
    /// The file.
    let file: String
    /// Its place within the file.
    let pointer: JSONPointer
    /// The schema itself.
    let json: JSON

    /// The schema under a keyword.
    func inside(_ keyword: String) -> SchemaPlace? {
        json[keyword].map {
            SchemaPlace(file: file, pointer: pointer.appending(keyword), json: $0)
        }
    }

    /// The schemas in a keyword's object, by its keys.
    var members: [(key: String, schema: SchemaPlace)] {
        json.object?.members.map { member in
            (
                member.key,
                SchemaPlace(
                    file: file, pointer: pointer.appending(member.key), json: member.value)
            )
        } ?? []
    }

    /// The schemas in a keyword's list.
    var elements: [SchemaPlace] {
        (json.array ?? []).enumerated().map {
            SchemaPlace(file: file, pointer: pointer.appending($0), json: $1)
        }
    }

    /// Its name among all schemas.
    var name: String { "\(file)#\(pointer)" }

    /// Everything within that stands under `properties`, but for conditions and what they forbid.
    var properties: [SchemaPlace] {
        let inner = json.array == nil ? members : elements.map { ("", $0) }
        return inner.flatMap { keyword, part -> [SchemaPlace] in
            switch keyword {
            case "if", "not": []
            case "properties":
                part.members.filter { $0.schema.json != false }.flatMap {
                    [$0.schema] + $0.schema.properties
                }
            default: part.properties
            }
        }
    }
}
