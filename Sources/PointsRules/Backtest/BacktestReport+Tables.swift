internal import PointsCore

// MARK: - As people read it

extension BacktestReport {
    /// What it is.
    func heading(in language: Language) -> String {
        language.pick("ルール案のバックテスト: \(program)", "Back-test of draft rules: \(program)")
    }

    /// How the figures came about.
    func method(in language: Language) -> String {
        let english =
            isAgainstOneSet
            ? "the set that it is held against" : "the rules under which it was sold"
        let japanese = isAgainstOneSet ? "比較対象のルール" : "販売時に適用されたルール"
        return language.pick(
            """
            期間内に記録されたすべての購入を、\(japanese)とルール案の両方で、返品後に残った明細、購入時の会員ランク、\
            利用ポイントのまま計算し直しました。取消と全返品の購入は件数にのみ含み、ポイントは付きません。データには何も書き込んでいません。
            """,
            """
            Every purchase recorded in the period was judged by \(english) and by the draft: what is left of its basket \
            after returns, with the member's rank at the time and the points that pay for it. \
            Voided and wholly returned purchases are counted and earn nothing; nothing was written.
            """)
    }

    /// The period, and which sets of rules.
    func circumstances(in language: Language) -> BacktestTable {
        let period = "\(days.lowerBound) – \(days.upperBound)"
        let active = sets.map { set in
            [
                language.pick("現行ルール", "Active rules"),
                "\(Hexadecimal.text(of: set.hash)) (\(count(set.sales, in: language)))",
            ]
        }
        return BacktestTable(
            title: language.pick("期間とルール", "Period and rules"),
            rows: [[language.pick("対象営業日", "Business days"), period]] + active + [
                [language.pick("ルール案", "Draft rules"), Hexadecimal.text(of: draft)]
            ], wordColumns: 2)
    }

    /// Every table, in order.
    func tables(in language: Language) -> [BacktestTable] {
        let isAllUnranked = tiers.allSatisfy { $0.name == nil }
        let parts: [BacktestTable?] = [
            totals(in: language), seenTable(in: language), bookingTable(in: language),
            split(months, by: language.pick("月別", "By month"), in: language),
            split(channels, by: language.pick("チャネル別", "By channel"), in: language),
            isAllUnranked
                ? nil : split(tiers, by: language.pick("会員ランク別", "By rank"), in: language),
            ruleTable(in: language), memberTable(in: language),
            named(members.winners, language.pick("増える会員(上位)", "Who gains most"), in: language),
            named(members.losers, language.pick("減る会員(上位)", "Who loses most"), in: language),
            bandTable(in: language), redemptionTable(in: language),
            activityTable(in: language), activityRuleTable(in: language),
            unaskedTable(in: language),
        ]
        return parts.compactMap { $0 }
    }

    private func count(_ sales: Int64, in language: Language) -> String {
        let number = Int128(sales).grouped
        return language.pick("\(number)件", sales == 1 ? "1 purchase" : "\(number) purchases")
    }

    var money: String { currency }
}

// MARK: - Both sides

extension BacktestReport {
    private func totals(in language: Language) -> BacktestTable {
        let (active, draft) = (total.active, total.draft)
        let none = "–"
        return BacktestTable(
            title: language.pick("合計", "In all"),
            columns: [
                "", language.pick("現行", "Active"), language.pick("案", "Draft"),
                language.pick("差", "Difference"),
            ],
            rows: [
                [
                    language.pick("ポイント", "Points"), active.points.grouped, draft.points.grouped,
                    (draft.points - active.points).signed,
                ],
                [
                    language.pick("原資 (\(money))", "Cost (\(money))"), active.cost.grouped,
                    draft.cost.grouped, (draft.cost - active.cost).signed,
                ],
                [
                    language.pick("支払額に対する還元率 (%)", "Cost of what was paid (%)"),
                    active.rate(of: total.payable) ?? none, draft.rate(of: total.payable) ?? none,
                    "",
                ],
            ],
            bars: [
                BacktestTable.Bar(
                    label: language.pick("ポイント", "Points"), active: active.points,
                    draft: draft.points)
            ])
    }

    private func split(
        _ rows: [NamedRow], by title: String, in language: Language
    ) -> BacktestTable? {
        guard !rows.isEmpty else { return nil }
        let named = rows.map { (name: $0.name ?? language.pick("(なし)", "(none)"), row: $0.row) }
        return BacktestTable(
            title: title,
            columns: [
                "", language.pick("件数", "Purchases"),
                language.pick("支払額 (\(money))", "Paid (\(money))"),
            ] + sideColumns(in: language) + [
                language.pick("現行 %", "Active %"), language.pick("案 %", "Draft %"),
            ],
            rows: named.map { name, row in
                [name, Int128(row.sales).grouped, row.payable.grouped]
                    + sideCells(row.active, row.draft) + [
                        row.active.rate(of: row.payable) ?? "–",
                        row.draft.rate(of: row.payable) ?? "–",
                    ]
            },
            bars: named.map { name, row in
                BacktestTable.Bar(label: name, active: row.active.points, draft: row.draft.points)
            })
    }

    private func ruleTable(in language: Language) -> BacktestTable? {
        table(
            of: rules, title: language.pick("ルール別", "By rule"),
            counts: [
                language.pick("現行の件数", "Active purchases"),
                language.pick("案の件数", "Draft purchases"),
            ], in: language)
    }

    func table(
        of rules: [NamedRule], title: String, counts: [String], in language: Language
    ) -> BacktestTable? {
        guard !rules.isEmpty else { return nil }
        return BacktestTable(
            title: title,
            columns: [language.pick("ルール", "Rule"), language.pick("名称", "Title")] + counts
                + sideColumns(in: language),
            rows: rules.map { rule in
                [
                    rule.id, rule.title.map { language.pick($0.ja, $0.en) } ?? "",
                    Int128(rule.row.active.sales).grouped, Int128(rule.row.draft.sales).grouped,
                ] + sideCells(rule.row.active, rule.row.draft)
            },
            wordColumns: 2,
            bars: rules.map {
                BacktestTable.Bar(
                    label: $0.id, active: $0.row.active.points, draft: $0.row.draft.points)
            })
    }

    func sideColumns(in language: Language) -> [String] {
        [
            language.pick("現行ポイント", "Active points"), language.pick("案ポイント", "Draft points"),
            language.pick("差", "Difference"),
            language.pick("原資の差 (\(money))", "Cost difference (\(money))"),
        ]
    }

    func sideCells(_ active: BacktestFigures, _ draft: BacktestFigures) -> [String] {
        [
            active.points.grouped, draft.points.grouped, (draft.points - active.points).signed,
            (draft.cost - active.cost).signed,
        ]
    }
}

// MARK: - What was recorded

extension BacktestReport {
    private func seenTable(in language: Language) -> BacktestTable {
        BacktestTable(
            title: language.pick("期間内の購入", "Purchases of the period"),
            rows: [
                [language.pick("記録", "recorded"), Int128(seen.sales).grouped],
                [language.pick("返品なし", "nothing came back"), Int128(seen.whole).grouped],
                [language.pick("一部返品", "partly returned"), Int128(seen.partlyReturned).grouped],
                [language.pick("全返品", "wholly returned"), Int128(seen.returned).grouped],
                [language.pick("取消", "voided"), Int128(seen.voided).grouped],
                [language.pick("会員なし", "without a member"), Int128(seen.anonymous).grouped],
                [language.pick("販売点数", "pieces sold"), seen.pieces.grouped],
                [language.pick("返品点数", "pieces that came back"), seen.piecesBack.grouped],
                [
                    language.pick("支払額 (\(money))", "paid in money (\(money))"),
                    total.payable.grouped,
                ],
            ])
    }

    private func bookingTable(in language: Language) -> BacktestTable {
        let booked = [
            [language.pick("販売時のポイント", "points when sold"), bookings.pointsAtSale.grouped],
            [language.pick("返品後のポイント", "points after returns"), bookings.points.grouped],
        ]
        let title = language.pick("記帳との照合", "What was booked")
        guard !isAgainstOneSet else { return BacktestTable(title: title, rows: booked) }
        let examples = bookings.examples.map { $0.text(prefix: JournalPosition.purchasePrefix) }
        let differing = [
            language.pick("計算が記帳と異なる購入", "purchases judged otherwise now"),
            Int128(bookings.differing).grouped,
        ]
        let difference = [
            language.pick("その差 (計算 - 記帳)", "their points: judged less booked"),
            bookings.difference.signed,
        ]
        return BacktestTable(
            title: title,
            note: examples.isEmpty
                ? nil
                : language.pick("最初の購入: ", "The first of them: ")
                    + examples.joined(separator: ", "),
            rows: booked + [differing, difference])
    }

    private func redemptionTable(in language: Language) -> BacktestTable {
        let refused = redemption.refused
        return BacktestTable(
            title: language.pick("ポイント利用", "Paid with points"),
            rows: [
                [language.pick("件数", "purchases"), Int128(redemption.sales).grouped],
                [language.pick("ポイント", "points"), redemption.points.grouped],
                [
                    language.pick(
                        "案では認められない件数", "purchases that the draft would not let be paid so"),
                    Int128(redemption.refusedSales).grouped,
                ],
                [
                    language.pick("– 上限超過", "– more than may pay"),
                    Int128(refused[.aboveMax] ?? 0).grouped,
                ],
                [
                    language.pick("– 下限未満", "– fewer than may pay"),
                    Int128(refused[.belowMin] ?? 0).grouped,
                ],
                [
                    language.pick("– 利用単位に合わない", "– no multiple of the unit"),
                    Int128(refused[.notInUnits] ?? 0).grouped,
                ],
                [language.pick("そのポイント", "points of these"), redemption.refusedPoints.grouped],
            ])
    }
}
