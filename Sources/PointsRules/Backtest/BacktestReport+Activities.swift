internal import PointsCore

// MARK: - Besides buying

extension BacktestReport {
    /// What members did, by its name; `nil` if they did nothing.
    func activityTable(in language: Language) -> BacktestTable? {
        guard activities.total.recorded > 0 else { return nil }
        let english =
            isAgainstOneSet
            ? "Caps and what is given once for a subject are counted from the first day on."
            : "Active is what was given; for the draft, caps and what is given once for a subject "
                + "are counted from the first day on."
        let japanese = "上限と対象ごと1回の付与は期間の初日から数え直しています。"
        let named = activities.names.sorted { $0.key < $1.key }
        return BacktestTable(
            title: language.pick("購入以外の活動", "Activities besides buying"),
            note: language.pick(
                isAgainstOneSet ? japanese : "現行は実際の付与です。案の" + japanese, english),
            columns: [
                language.pick("活動", "Activity"), language.pick("件数", "Recorded"),
            ] + sideColumns(in: language),
            rows: named.map { name, row in
                [name, Int128(row.recorded).grouped] + sideCells(row.active, row.draft)
            },
            bars: named.map { name, row in
                BacktestTable.Bar(label: name, active: row.active.points, draft: row.draft.points)
            })
    }

    /// What each rule gives for it.
    func activityRuleTable(in language: Language) -> BacktestTable? {
        table(
            of: activityRules, title: language.pick("活動のルール別", "Activities by rule"),
            counts: [
                language.pick("現行の件数", "Active times"), language.pick("案の件数", "Draft times"),
            ], in: language)
    }
}

// MARK: - What nobody knows

extension BacktestReport {
    /// How often rules asked for a birthday or an age that nobody knows; `nil` if they never did.
    func unaskedTable(in language: Language) -> BacktestTable? {
        guard seen.unasked + activities.unasked > 0 else { return nil }
        return BacktestTable(
            title: language.pick("生年月日が不明", "Date of birth not known"),
            note: language.pick(
                "登録されていないか消去済みのため、誕生月・年齢の条件は「該当しない」として計算しました。",
                """
                It was never told, or has been erased: every question about birthday and age counts as answered with no.
                """),
            rows: [
                [language.pick("購入", "purchases"), Int128(seen.unasked).grouped],
                [language.pick("活動", "activities"), Int128(activities.unasked).grouped],
            ])
    }
}
