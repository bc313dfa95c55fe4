import PointsCore
import PointsJSON

// MARK: - Days

extension Phrasebook {
    /// How long points last.
    func validity(_ value: JSON?) -> Words? {
        if let until = value?.members(["until"]) {
            return until["until"]?.string.map(Phrasebook.through)
        }
        switch value?["style"]?.string {
        case "never":
            return value?.members(["style"]) == nil ? nil : Words(ja: "無期限", en: "without end")
        case "fixed":
            return value?.members(["style", "date"])?["date"]?.string.map(Phrasebook.through)
        case "after_grant":
            guard let members = value?.members(Phrasebook.spanKeys),
                let span = Phrasebook.span(members)
            else { return nil }
            return Words(ja: "付与から", en: "") + span.length
                + Words(ja: "", en: " after the grant") + span.end
        case "after_activity":
            guard let members = value?.members(Phrasebook.spanKeys + ["activities"]),
                let span = Phrasebook.span(members),
                let activities = members["activities"].flatMap(Phrasebook.names)
            else { return nil }
            return Words(ja: "最後の利用(\(activities.ja))から", en: "") + span.length
                + Words(ja: "", en: " after the last activity (\(activities.en))") + span.end
        default: return nil
        }
    }

    private static let spanKeys = ["style", "months", "days", "roundTo", "fiscalYearStartsIn"]

    private static func through(_ day: String) -> Words {
        Words(ja: "\(day)まで", en: "through \(day)")
    }

    private static func span(_ members: JSONObject) -> (length: Words, end: Words)? {
        let length: Words
        if let months = members["months"]?.exactInteger, members["days"] == nil {
            length = Words.count(months, ja: "か月", en: "month")
        } else if let days = members["days"]?.exactInteger, members["months"] == nil {
            length = Words.count(days, ja: "日", en: "day")
        } else {
            return nil
        }
        guard var end = choice(members["roundTo"] ?? "day", ends) else { return nil }
        if let month = members["fiscalYearStartsIn"] {
            guard let number = month.exactInteger else { return nil }
            end = end + Words(ja: "(\(number)月始まり)", en: " (which begins in month \(number))")
        }
        return (length, end)
    }

    private static let ends = [
        "day": Words(""), "month_end": Words(ja: "後の月末", en: ", to the end of the month"),
        "quarter_end": Words(ja: "後の四半期末", en: ", to the end of the quarter"),
        "half_year_end": Words(ja: "後の半期末", en: ", to the end of the half-year"),
        "year_end": Words(ja: "後の年末", en: ", to the end of the year"),
        "fiscal_year_end": Words(ja: "後の年度末", en: ", to the end of the fiscal year"),
    ]

    /// From which to which day something is so; always where nothing is told.
    static func period(_ value: JSON?) -> Words? {
        guard let members = (value ?? [:]).members(["from", "to"]),
            members.members.allSatisfy({ $0.value.string != nil })
        else { return nil }
        return .period(from: members["from"]?.string, to: members["to"]?.string)
    }
}
