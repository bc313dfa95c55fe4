import PointsCore
import PointsJSON

// MARK: - Consents and switches

extension Phrasebook {
    private static let comma = Words(ja: "、", en: ", ")

    /// A title in both languages, as it is shown.
    static func caption(_ value: JSON) -> Words? {
        title(of: ["title": value]).map { Words("\($0.ja) / \($0.en)") }
    }

    /// What a company asks for a purpose.
    static func request(_ value: JSON?) -> Words? {
        guard let value else { return Words(ja: "求めない", en: "not asked") }
        guard let members = value.members(["version", "reconsent", "required", "url", "sha256"]),
            let version = members["version"]?.string,
            let asksAnew = (members["reconsent"] ?? true).bool,
            let isRequired = (members["required"] ?? false).bool
        else { return nil }
        var words = [Words(ja: "\(version)版", en: "version \(version)")]
        words.append(
            asksAnew
                ? Words(ja: "以前の版への同意は取り直す", en: "whoever answered an earlier one is asked again")
                : Words(ja: "以前の版への同意も有効", en: "answers to earlier ones still hold"))
        if isRequired { words.append(Words(ja: "入会に必要", en: "nobody joins without it")) }
        for key in ["url", "sha256"] {
            guard let text = members[key] else { continue }
            guard let text = text.string else { return nil }
            words.append(Words(key == "url" ? text : "SHA-256 \(text)"))
        }
        return .joined(words, by: comma)
    }

    /// A switch that members set themselves.
    static func preference(_ value: JSON?) -> Words? {
        guard let value else { return .nothing }
        guard let members = value.members(["title", "default", "needs"]),
            let title = members["title"].flatMap(caption), let isOn = members["default"]?.bool
        else { return nil }
        var words = [title]
        words.append(
            isOn
                ? Words(ja: "初期値はオン", en: "on to begin with")
                : Words(ja: "初期値はオフ", en: "off to begin with"))
        if let need = members["needs"] {
            guard let topic = need.members(["purpose", "company"]),
                let purpose = topic["purpose"]?.string, let company = topic["company"]?.string
            else { return nil }
            words.append(
                Words(
                    ja: "\(company)の同意\(purpose)が必要",
                    en: "needs the consent \(purpose) of \(company)"))
        }
        return .joined(words, by: comma)
    }
}
