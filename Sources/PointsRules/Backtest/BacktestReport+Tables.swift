internal import PointsCore

// MARK: - As people read it

extension BacktestReport {
    /// What it is.
    func heading(in language: Language) -> String {
        language("Back-test of draft rules: \(program)", "ルール案のバックテスト: \(program)")
    }

    /// How the figures came about.
    func method(in language: Language) -> String {
        let english =
            isAgainstOneSet
            ? "the set that it is held against" : "the rules under which it was sold"
        let japanese = isAgainstOneSet ? "比較対象のルール" : "販売時に適用されたルール"
        return language(
            """
            Every purchase recorded in the period was judged by \(english) and by the draft: what is left of its basket \
            after returns, with the member's rank at the time and the points that pay for it. \
            Voided and wholly returned purchases are counted and earn nothing; nothing was written.
            """,
            """
            期間内に記録されたすべての購入を、\(japanese)とルール案の両方で、返品後に残った明細、購入時の会員ランク、\
            利用ポイントのまま計算し直しました。取消と全返品の購入は件数にのみ含み、ポイントは付きません。データには何も書き込んでいません。
            """)
    }

    /// The period, and which sets of rules.
    func circumstances(in language: Language) -> BacktestTable {
        let period = "\(days.lowerBound) – \(days.upperBound)"
        let active = sets.map { set in
            [
                language("Active rules", "現行ルール"),
                "\(Hexadecimal.text(of: set.hash)) (\(count(set.sales, in: language)))",
            ]
        }
        return BacktestTable(
            title: language("Period and rules", "期間とルール"),
            rows: [[language("Business days", "対象営業日"), period]] + active + [
                [language("Draft rules", "ルール案"), Hexadecimal.text(of: draft)]
            ], wordColumns: 2)
    }

    /// Every table, in order.
    func tables(in language: Language) -> [BacktestTable] {
        let isAllUnranked = tiers.allSatisfy { $0.name == nil }
        let parts: [BacktestTable?] = [
            totals(in: language), seenTable(in: language), bookingTable(in: language),
            split(months, by: language("By month", "月別"), in: language),
            split(channels, by: language("By channel", "チャネル別"), in: language),
            isAllUnranked ? nil : split(tiers, by: language("By rank", "会員ランク別"), in: language),
            ruleTable(in: language), memberTable(in: language),
            named(members.winners, language("Who gains most", "増える会員(上位)"), in: language),
            named(members.losers, language("Who loses most", "減る会員(上位)"), in: language),
            bandTable(in: language), redemptionTable(in: language),
        ]
        return parts.compactMap { $0 }
    }

    private func count(_ sales: Int64, in language: Language) -> String {
        let number = Int128(sales).grouped
        return language(sales == 1 ? "1 purchase" : "\(number) purchases", "\(number)件")
    }

    private var money: String { currency }
}

// MARK: - Both sides

extension BacktestReport {
    private func totals(in language: Language) -> BacktestTable {
        let (active, draft) = (total.active, total.draft)
        let none = "–"
        return BacktestTable(
            title: language("In all", "合計"),
            columns: [
                "", language("Active", "現行"), language("Draft", "案"), language("Difference", "差"),
            ],
            rows: [
                [
                    language("Points", "ポイント"), active.points.grouped, draft.points.grouped,
                    (draft.points - active.points).signed,
                ],
                [
                    language("Cost (\(money))", "原資 (\(money))"), active.cost.grouped,
                    draft.cost.grouped, (draft.cost - active.cost).signed,
                ],
                [
                    language("Cost of what was paid (%)", "支払額に対する還元率 (%)"),
                    active.rate(of: total.payable) ?? none, draft.rate(of: total.payable) ?? none,
                    "",
                ],
            ],
            bars: [
                BacktestTable.Bar(
                    label: language("Points", "ポイント"), active: active.points,
                    draft: draft.points)
            ])
    }

    private func split(
        _ rows: [NamedRow], by title: String, in language: Language
    ) -> BacktestTable? {
        guard !rows.isEmpty else { return nil }
        let named = rows.map { (name: $0.name ?? language("(none)", "(なし)"), row: $0.row) }
        return BacktestTable(
            title: title,
            columns: [
                "", language("Purchases", "件数"), language("Paid (\(money))", "支払額 (\(money))"),
            ] + sideColumns(in: language) + [
                language("Active %", "現行 %"), language("Draft %", "案 %"),
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
        guard !rules.isEmpty else { return nil }
        return BacktestTable(
            title: language("By rule", "ルール別"),
            columns: [
                language("Rule", "ルール"), language("Title", "名称"),
                language("Active purchases", "現行の件数"), language("Draft purchases", "案の件数"),
            ] + sideColumns(in: language),
            rows: rules.map { rule in
                [
                    rule.id, rule.title.map { language($0.en, $0.ja) } ?? "",
                    Int128(rule.row.active.sales).grouped, Int128(rule.row.draft.sales).grouped,
                ] + sideCells(rule.row.active, rule.row.draft)
            },
            wordColumns: 2,
            bars: rules.map {
                BacktestTable.Bar(
                    label: $0.id, active: $0.row.active.points, draft: $0.row.draft.points)
            })
    }

    private func sideColumns(in language: Language) -> [String] {
        [
            language("Active points", "現行ポイント"), language("Draft points", "案ポイント"),
            language("Difference", "差"), language("Cost difference (\(money))", "原資の差 (\(money))"),
        ]
    }

    private func sideCells(_ active: BacktestFigures, _ draft: BacktestFigures) -> [String] {
        [
            active.points.grouped, draft.points.grouped, (draft.points - active.points).signed,
            (draft.cost - active.cost).signed,
        ]
    }
}

// MARK: - Members and single sales

extension BacktestReport {
    private func memberTable(in language: Language) -> BacktestTable {
        BacktestTable(
            title: language("Members who bought", "購入した会員"),
            rows: [
                [language("gain", "増える"), Int128(members.gaining).grouped],
                [language("lose", "減る"), Int128(members.losing).grouped],
                [language("get as much", "変わらない"), Int128(members.staying).grouped],
            ])
    }

    private func named(
        _ list: [BacktestMember], _ title: String, in language: Language
    ) -> BacktestTable? {
        guard !list.isEmpty else { return nil }
        return BacktestTable(
            title: title,
            columns: [
                language("Member", "会員"), language("Active points", "現行ポイント"),
                language("Draft points", "案ポイント"), language("Difference", "差"),
            ],
            rows: list.map { member in
                [
                    member.id.description, Int128(member.active).grouped,
                    Int128(member.draft).grouped, Int128(member.difference).signed,
                ]
            })
    }

    private func bandTable(in language: Language) -> BacktestTable {
        BacktestTable(
            title: language("Difference of a purchase", "1件あたりの差"),
            columns: [
                language("Points", "ポイント"), language("Purchases", "件数"),
                language("Points together", "ポイント計"),
            ],
            rows: bands.map { band in
                let from = band.from.map { Int128($0).signed }
                let to = band.to.map { Int128($0).signed }
                let name: String
                switch (from, to) {
                case (let from?, let to?): name = from == to ? from : "\(from) … \(to)"
                case (let from?, nil): name = language("\(from) and more", "\(from) 以上")
                case (nil, let to?): name = language("\(to) and less", "\(to) 以下")
                case (nil, nil): name = ""
                }
                return [name, Int128(band.sales).grouped, band.points.signed]
            })
    }
}

// MARK: - What was recorded

extension BacktestReport {
    private func seenTable(in language: Language) -> BacktestTable {
        BacktestTable(
            title: language("Purchases of the period", "期間内の購入"),
            rows: [
                [language("recorded", "記録"), Int128(seen.sales).grouped],
                [language("nothing came back", "返品なし"), Int128(seen.whole).grouped],
                [language("partly returned", "一部返品"), Int128(seen.partlyReturned).grouped],
                [language("wholly returned", "全返品"), Int128(seen.returned).grouped],
                [language("voided", "取消"), Int128(seen.voided).grouped],
                [language("without a member", "会員なし"), Int128(seen.anonymous).grouped],
                [language("pieces sold", "販売点数"), seen.pieces.grouped],
                [language("pieces that came back", "返品点数"), seen.piecesBack.grouped],
                [
                    language("paid in money (\(money))", "支払額 (\(money))"),
                    total.payable.grouped,
                ],
            ])
    }

    private func bookingTable(in language: Language) -> BacktestTable {
        let booked = [
            [language("points when sold", "販売時のポイント"), bookings.pointsAtSale.grouped],
            [language("points after returns", "返品後のポイント"), bookings.points.grouped],
        ]
        let title = language("What was booked", "記帳との照合")
        guard !isAgainstOneSet else { return BacktestTable(title: title, rows: booked) }
        let examples = bookings.examples.map { $0.text(prefix: JournalPosition.purchasePrefix) }
        let differing = [
            language("purchases judged otherwise now", "計算が記帳と異なる購入"),
            Int128(bookings.differing).grouped,
        ]
        let difference = [
            language("their points: judged less booked", "その差 (計算 - 記帳)"),
            bookings.difference.signed,
        ]
        return BacktestTable(
            title: title,
            note: examples.isEmpty
                ? nil
                : language("The first of them: ", "最初の購入: ") + examples.joined(separator: ", "),
            rows: booked + [differing, difference])
    }

    private func redemptionTable(in language: Language) -> BacktestTable {
        let refused = redemption.refused
        return BacktestTable(
            title: language("Paid with points", "ポイント利用"),
            rows: [
                [language("purchases", "件数"), Int128(redemption.sales).grouped],
                [language("points", "ポイント"), redemption.points.grouped],
                [
                    language("purchases that the draft would not let be paid so", "案では認められない件数"),
                    Int128(redemption.refusedSales).grouped,
                ],
                [
                    language("– more than may pay", "– 上限超過"),
                    Int128(refused[.aboveMax] ?? 0).grouped,
                ],
                [
                    language("– fewer than may pay", "– 下限未満"),
                    Int128(refused[.belowMin] ?? 0).grouped,
                ],
                [
                    language("– no multiple of the unit", "– 利用単位に合わない"),
                    Int128(refused[.notInUnits] ?? 0).grouped,
                ],
                [language("points of these", "そのポイント"), redemption.refusedPoints.grouped],
            ])
    }
}
