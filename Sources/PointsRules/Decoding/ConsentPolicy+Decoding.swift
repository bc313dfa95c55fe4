import PointsCore
import PointsJSON

// MARK: - consents.json

extension ConsentPolicy {
    /// Reads what members are asked to agree to.
    init(_ value: RuleValue, in surroundings: RuleSurroundings) {
        let object = value.object(["purposes", "preferences"])
        let written = object.required("purposes")
        let entries = written.entries()
        if written.isEmptyObject { written.complain("it names no purpose, and there must be one") }
        if entries.count > RulesLimits.purposesMax {
            written.complain(
                "it names \(entries.count) purposes, and may name \(RulesLimits.purposesMax)")
        }
        let purposes = entries.map { Purpose($0.value, name: $0.name, in: surroundings) }
        let preferences = object.optional("preferences")
        let switches = preferences?.entries() ?? []
        if switches.count > RulesLimits.preferencesMax {
            preferences?.complain(
                "it names \(switches.count) switches, and may name "
                    + "\(RulesLimits.preferencesMax)")
        }
        self.init(
            purposes: purposes,
            preferences: switches.map { Preference($0.value, name: $0.name, among: purposes) })
    }
}

extension ConsentPolicy.Purpose {
    fileprivate init(_ value: RuleValue, name: String, in surroundings: RuleSurroundings) {
        let object = value.object(["title", "companies"])
        let companies = object.required("companies")
        if companies.isEmptyObject {
            companies.complain("it names no company, and one must ask")
        }
        self.init(
            name: name, title: Caption(object.required("title")),
            requests: companies.entries().map { entry in
                // The key is the company's name, which program.json gives.
                _ = companies.inside(.string(entry.name), at: entry.value.pointer)
                    .name(of: "a company", among: surroundings.companies)
                return ConsentPolicy.Request(entry.value, company: entry.name)
            })
    }
}

extension ConsentPolicy.Request {
    fileprivate init(_ value: RuleValue, company: String) {
        let object = value.object(["version", "reconsent", "required", "url", "sha256"])
        self.init(
            company: company,
            version: PolicyVersion(
                name: object.required("version").name(),
                asksAnew: object.optional("reconsent")?.truth() ?? true,
                url: object.optional("url")?.address(),
                textHash: object.optional("sha256")?.digest()),
            isRequired: object.optional("required")?.truth() ?? false)
    }
}

extension ConsentPolicy.Preference {
    fileprivate init(
        _ value: RuleValue, name: String, among purposes: [ConsentPolicy.Purpose]
    ) {
        let object = value.object(["title", "default", "needs"])
        self.init(
            name: name, title: Caption(object.required("title")),
            isOnByDefault: object.required("default").truth(),
            need: object.optional("needs").map { ConsentTopic($0, among: purposes) })
    }
}

extension ConsentTopic {
    fileprivate init(_ value: RuleValue, among purposes: [ConsentPolicy.Purpose]) {
        let object = value.object(["purpose", "company"])
        let purpose = object.required("purpose").name(
            of: "a purpose", among: purposes.map(\.name))
        let asking = purposes.first { $0.name == purpose }?.requests.map(\.company) ?? []
        self.init(
            purpose: purpose,
            company: object.required("company").name(
                of: "a company that asks for it", among: asking.sorted()))
    }
}

extension RuleValue {
    fileprivate func address() -> String {
        guard let text = string, PolicyVersion.isAddress(text) else {
            complain(
                expected: "an address of at most \(CoreLimits.addressBytesMax) bytes with https://")
            return ""
        }
        return text
    }

    fileprivate func digest() -> [UInt8] {
        guard let digest = string.flatMap(PolicyVersion.digest) else {
            complain(expected: "a SHA-256 as 64 digits 0 to 9 and a to f")
            return []
        }
        return digest
    }
}
