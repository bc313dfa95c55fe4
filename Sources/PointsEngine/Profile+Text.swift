internal import PointsCore

extension Profile {
    /// The profile as kept: JSON with sorted names.
    var text: String {
        let members = values.sorted { $0.key < $1.key }.map { name, value in
            "\(Profile.quoted(name)):\(Profile.quoted(value))"
        }
        return "{" + members.joined(separator: ",") + "}"
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\u{0}"..."\u{1f}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
