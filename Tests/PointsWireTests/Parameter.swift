import PointsJSON

/// A parameter of a method, and what is said if it is left out.
struct Parameter: Sendable {
    let name: String
    let form: Form
    /// Where the complaint points and what it says if the parameter is left out; `nil` if it may be.
    let complaintIfMissing: (pointer: String, expected: String)?

    /// Parameters that are not as they should be, and the complaint.
    struct Mistake {
        let params: JSONObject
        let pointer: String
        let expected: String
    }

    /// One that must be there.
    static func required(_ name: String, _ form: Form, orElse expected: String? = nil) -> Self {
        Parameter(
            name: name, form: form,
            complaintIfMissing: ("/" + name, expected ?? form.expected))
    }

    /// One that may be left out.
    static func optional(_ name: String, _ form: Form) -> Self {
        Parameter(name: name, form: form, complaintIfMissing: nil)
    }

    /// The members of an identity.
    static func identity(withFlag: Bool) -> [Parameter] {
        [.required("kind", .name), .required("value", .name)]
            + (withFlag ? [.optional("verified", .flag)] : [])
    }
}

// MARK: - Objects

extension Parameter {
    /// All of them, with good values.
    static func object(of parameters: [Parameter]) -> JSONObject {
        var object = JSONObject()
        for parameter in parameters { object[parameter.name] = parameter.form.good }
        return object
    }

    /// Every object with one mistake: a parameter is missing, wrong, or unknown.
    static func mistakes(in parameters: [Parameter]) -> [Mistake] {
        let good = object(of: parameters)
        var mistakes = unknown(beside: good)
        for parameter in parameters {
            func mistake(_ value: JSON?, _ pointer: String, _ expected: String) {
                var params = good
                params[parameter.name] = value
                mistakes.append(Mistake(params: params, pointer: pointer, expected: expected))
            }
            if let complaint = parameter.complaintIfMissing {
                mistake(nil, complaint.pointer, complaint.expected)
            }
            for bad in parameter.form.bad {
                mistake(bad.value, "/\(parameter.name)\(bad.place)", bad.expected)
            }
        }
        return mistakes
    }

    /// Every object with a parameter that is null where it must be there: that is as if it was missing.
    static func nulls(in parameters: [Parameter]) -> [Mistake] {
        parameters.compactMap { parameter in
            guard let complaint = parameter.complaintIfMissing else { return nil }
            var params = object(of: parameters)
            params[parameter.name] = .null
            return Mistake(
                params: params, pointer: complaint.pointer, expected: complaint.expected)
        }
    }

    private static func unknown(beside good: JSONObject) -> [Mistake] {
        [("pionts", "/pionts"), ("a/b~c", "/a~1b~0c"), ("", "/")].map { name, pointer in
            var params = good
            params[name] = 1
            return Mistake(
                params: params, pointer: pointer,
                expected: "left out: there is no parameter of this name here")
        }
    }
}
