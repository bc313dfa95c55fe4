import PointsCore
import PointsJSON

// MARK: - What a rule gives

extension Phrasebook {
    /// What an earning rule gives.
    func award(_ value: JSON?) -> Words? {
        switch value?["type"]?.string {
        case "rate": rate(value)
        case "percent":
            value?.members(["type", "percent"]).flatMap { Phrasebook.percent($0["percent"]) }
                .map { Words(ja: "金額の\($0)%", en: "\($0) % of the amount") }
        case "fixed":
            Phrasebook.points(of: value).map {
                Words(ja: "1注文につき", en: "") + $0 + Words(ja: "", en: " for the order")
            }
        case "per_item":
            Phrasebook.points(of: value).map {
                Words(ja: "商品1個につき", en: "") + $0 + Words(ja: "", en: " for each piece")
            }
        case "multiply": multiplier(value)
        case "add_percent": extraShare(value)
        default: nil
        }
    }

    /// For what an activity rule gives its points only once.
    static let oncePer = [
        "subject": Words(ja: "同じ対象について1回", en: "once for each subject")
    ]

    /// What an activity rule gives.
    static func activityAward(_ value: JSON?) -> Words? {
        guard value?["type"] == "fixed" else { return nil }
        return points(of: value).map {
            Words(ja: "1回につき", en: "") + $0 + Words(ja: "", en: " each time")
        }
    }

    private static func points(of value: JSON?) -> Words? {
        value?.members(["type", "points"])?["points"]?.exactInteger.map(Words.points)
    }

    private func rate(_ value: JSON?) -> Words? {
        guard let members = value?.members(["type", "points", "per", "unit"]),
            let points = members["points"]?.exactInteger.map(Words.points),
            let per = members["per"]?.exactInteger.map(phrasing.money),
            let isWhole = (members["unit"] ?? false).bool
        else { return nil }
        return .rate(points, for: per, wholeStepsOnly: isWhole)
    }

    private func multiplier(_ value: JSON?) -> Words? {
        guard let members = value?.members(["type", "by", "of", "rounded"]),
            let factor = members["by"]?.string ?? members["by"]?.exactInteger.map(String.init),
            let rules = members["of"]?.names, let isRounded = (members["rounded"] ?? true).bool
        else { return nil }
        let base = Words.joined(rules.map(phrasing.rule), by: Words(ja: "と", en: " and "))
        return Words(
            ja: "\(base.ja)の\(factor)倍" + (isRounded ? "" : "(端数処理の前に計算)"),
            en: "\(factor) times the points of \(base.en)"
                + (isRounded ? "" : ", before they are rounded"))
    }

    private func extraShare(_ value: JSON?) -> Words? {
        guard let members = value?.members(["type", "percent", "of", "rounded"]),
            let percent = Phrasebook.percent(members["percent"]),
            let rules = members["of"]?.names, let isRounded = (members["rounded"] ?? true).bool
        else { return nil }
        let base = Words.joined(rules.map(phrasing.rule), by: Words(ja: "と", en: " and "))
        return Words(
            ja: "\(base.ja)に\(percent)%上乗せ" + (isRounded ? "" : "(合わせて端数処理)"),
            en: "\(percent) % more on the money of \(base.en)"
                + (isRounded ? "" : ", rounded together"))
    }

    /// How points are rounded; the whole order downwards where nothing is told.
    func rounding(_ value: JSON?) -> Words? {
        guard let members = (value ?? [:]).members(["stage", "mode"]),
            let stage = (members["stage"] ?? "order").string.flatMap(
                EarnRule.RoundingStage.init),
            let mode = (members["mode"] ?? "floor").string.flatMap(Rounding.init)
        else { return nil }
        let (each, direction) = (Words.each(stage), Words.direction(of: mode))
        return Words(ja: "\(each.ja)\(direction.ja)", en: "\(direction.en) \(each.en)")
    }

    /// How a rule stands beside others.
    func stacking(_ value: JSON?) -> Words? {
        guard let value else { return Words(ja: "ほかのルールに加算", en: "adds to all other rules") }
        guard let members = value.members(["group", "pick", "priority"]),
            let pick = Phrasebook.choice(members["pick"] ?? "all", Phrasebook.picks)
        else { return nil }
        var words = pick
        if let group = members["group"] {
            guard let name = group.string else { return nil }
            words = Words(ja: "グループ「\(name)」で", en: "in the group “\(name)” ") + words
        }
        guard let priority = members["priority"] else { return words }
        guard let number = priority.exactInteger else { return nil }
        return words + Words(ja: "(優先順位\(number))", en: ", priority \(number)")
    }

    private static let picks = [
        "best": Words(ja: "最も有利なルールだけを適用", en: "the best rule counts"),
        "first": Words(ja: "最も優先順位の高いルールだけを適用", en: "the first rule counts"),
        "all": Words(ja: "すべてのルールを適用", en: "all rules count"),
    ]

    /// The most points that a rule gives.
    func caps(_ value: JSON?) -> Words? {
        guard let value else { return Words.nothing }
        guard let caps = value.array else { return nil }
        let words = caps.compactMap { cap -> Words? in
            guard let members = cap.members(["points", "per"]),
                let points = members["points"]?.exactInteger.map(Words.points),
                let scope = members["per"]?.string.flatMap(Cap.Scope.init).map(Words.scope)
            else { return nil }
            return Words(ja: "\(scope.ja)\(points.ja)", en: "\(points.en) \(scope.en)")
        }
        return words.count == caps.count && !caps.isEmpty
            ? .joined(words, by: Words(ja: "、", en: ", ")) : nil
    }
}
