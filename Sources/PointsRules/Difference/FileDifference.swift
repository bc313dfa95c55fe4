import PointsCore
import PointsJSON

/// What differs between a file as it was and as it is.
struct FileDifference {
    let path: String
    let old: JSON?
    let new: JSON?
    let oldBook: Phrasebook
    let newBook: Phrasebook
    /// What is meant within the file, if that is not the whole: a rank.
    var part: Words?
    /// Whether there was nothing before.
    var isNew: Bool { old == nil }

    /// What changes, in the order of the places in the file.
    var changes: [RulesChange] {
        switch (old, new) {
        case (let old?, let new?):
            let aspects = Aspect.all(of: path)
            return changes(in: aspects, from: old, to: new, at: [])
        case (nil, let new?): return arrival(of: new)
        case (let old?, nil): return [change(at: [], departure(of: old))]
        case (nil, nil): return []
        }
    }

    func change(at place: [String], _ words: Words) -> RulesChange {
        let pointer = place.reduce(JSONPointer.root) { $0.appending($1) }
        return RulesChange(file: path, pointer: pointer.description, ja: words.ja, en: words.en)
    }
}

// MARK: - Files that come and go

extension FileDifference {
    private static let kinds = [
        "earn": Words(ja: "付与ルール", en: "earning rule"),
        "burn": Words(ja: "利用ルール", en: "redemption rule"),
        "activities": Words(ja: "アクティビティルール", en: "activity rule"),
        "segments": Words(ja: "セグメント", en: "segment"),
        "offers": Words(ja: "オファー", en: "offer"),
        RulesetReader.tiersFile: Words(ja: "会員ランク", en: "set of ranks"),
        RulesetReader.consentsFile: Words(ja: "同意と設定", en: "set of consents"),
    ]

    private var kind: Words {
        let folder = path.split(separator: "/").first.map(String.init) ?? ""
        return FileDifference.kinds[folder] ?? Words(ja: "ファイル", en: "file")
    }

    private func name(of content: JSON) -> Words {
        (Phrasebook.title(of: content) ?? Words(path)).quoted
    }

    /// A new file with all that stands in it, and with what it does not bound.
    private func arrival(of content: JSON) -> [RulesChange] {
        let words = Words(ja: "新しい", en: "new ") + kind + Words(ja: "", en: " ") + name(of: content)
        let award =
            path.hasPrefix("earn/")
            ? newBook.award(content["award"])
            : path.hasPrefix("activities/") ? Phrasebook.activityAward(content["award"]) : nil
        let isRule = path.contains("/")
        let said = (isRule ? ["id", "kind", "title"] : []) + (award == nil ? [] : ["award"])
        let aspects = Aspect.all(of: path)
        let bounds = aspects.filter { isRule && $0.isBound && content[$0.path[0]] == nil }
            .map { $0.path[0] }
        let keys = (content.object?.keys ?? []).filter { !said.contains($0) } + bounds
        return [change(at: [], award.map { words + Words(": ") + $0 } ?? words)]
            + sorted(keys, at: [], by: aspects).flatMap { key in
                content[key] == nil
                    ? bound(at: [key], in: aspects)
                    : changes(in: aspects, from: nil, to: content[key], at: [key])
            }
    }

    /// What a new file does not bound.
    private func bound(at place: [String], in aspects: [Aspect]) -> [RulesChange] {
        words(in: aspects, from: nil, to: nil, at: place).map { [change(at: place, titled($0))] }
            ?? []
    }

    private func departure(of content: JSON) -> Words {
        kind + Words(ja: "", en: " ") + name(of: content) + Words(ja: "を廃止", en: " is gone")
    }
}

// MARK: - Files that change

extension FileDifference {
    /// What differs at a place and inside it: in words where there are some, else value by value.
    func changes(
        in aspects: [Aspect], from old: JSON?, to new: JSON?, at place: [String]
    ) -> [RulesChange] {
        guard old != new else { return [] }
        if place == ["examples"], let old = (old ?? []).array, let new = new?.array {
            return [change(at: place, titled(ExampleCount(from: old, to: new).words))]
        }
        if let words = words(in: aspects, from: old, to: new, at: place) {
            return [change(at: place, titled(words))]
        }
        if path == RulesetReader.tiersFile, place == ["tiers"],
            let changes = tierChanges(from: old ?? [], to: new ?? [])
        {
            return changes
        }
        let isOnTheWay = aspects.contains { $0.leads(through: place) }
        let known = isOnTheWay ? JSON.object([:]) : nil
        if let old = (old ?? known)?.object, let new = (new ?? known)?.object {
            let (before, after) = (values(of: old), values(of: new))
            let keys = old.keys + new.keys.filter { before[ExactText($0)] == nil }
            return sorted(keys, at: place, by: aspects).flatMap { key in
                changes(
                    in: aspects, from: before[ExactText(key)], to: after[ExactText(key)],
                    at: place + [key])
            }
        }
        if let old = old?.array, let new = new?.array, old.count == new.count,
            (old + new).contains(where: { $0.object != nil })
        {
            return zip(old, new).enumerated().flatMap {
                changes(in: aspects, from: $1.0, to: $1.1, at: place + ["\($0)"])
            }
        }
        return [change(at: place, titled(plain(from: old, to: new, at: place)))]
    }

    /// The members of an object by their keys: there may be thousands of companies.
    private func values(of object: JSONObject) -> [ExactText: JSON] {
        Dictionary(
            object.members.map { (ExactText($0.key), $0.value) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Keys in the order of the aspects that they lead to, the others after them.
    func sorted(
        _ keys: [String], at place: [String], by aspects: [Aspect]
    ) -> [String] {
        func rank(_ key: String) -> Int {
            aspects.firstIndex { $0.leads(through: place + [key]) } ?? aspects.count
        }
        return keys.map { (rank($0), $0) }.sorted { left, right in
            left.0 != right.0
                ? left.0 < right.0 : left.1.utf8.lexicographicallyPrecedes(right.1.utf8)
        }.map(\.1)
    }

    private func words(
        in aspects: [Aspect], from old: JSON?, to new: JSON?, at place: [String]
    ) -> Words? {
        guard let aspect = aspects.first(where: { $0.stands(at: place) }) else { return nil }
        if isNew {
            return aspect.phrase(newBook, new).map { aspect.label(at: place) + Words(": ") + $0 }
        }
        guard let before = aspect.phrase(oldBook, old), let after = aspect.phrase(newBook, new),
            before != after
        else { return nil }
        return aspect.label(at: place) + Words(": ") + before + Words(" → ") + after
    }

    private func plain(from old: JSON?, to new: JSON?, at place: [String]) -> Words {
        let pointer = place.reduce(JSONPointer.root) { $0.appending($1) }
        if isNew, let new { return Words("\(pointer): \(new.brief)") }
        switch (old?.brief, new?.brief) {
        case (let old?, let new?):
            return Words(
                ja: "\(pointer): 変更前 \(old)、変更後 \(new)", en: "at \(pointer): was \(old), is \(new)")
        case (nil, let new?):
            return Words(ja: "\(pointer): 追加 \(new)", en: "at \(pointer): is new, \(new)")
        case (let old?, nil):
            return Words(ja: "\(pointer): 削除(変更前 \(old))", en: "at \(pointer): was \(old), is gone")
        case (nil, nil): return Words("\(pointer)")
        }
    }

    /// Under the name of the rule, of the settings, or of a rank.
    func titled(_ words: Words) -> Words {
        let title =
            switch path {
            case RulesetReader.programFile: Words(ja: "設定", en: "Settings")
            case RulesetReader.tiersFile: Words(ja: "会員ランク", en: "Ranks")
            case RulesetReader.consentsFile: Words(ja: "同意と設定", en: "Consents")
            default: new.flatMap(Phrasebook.title)
            }
        return .joined([title, part, words].compactMap(\.self), by: Words(" – "))
    }
}
