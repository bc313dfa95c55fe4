internal import PointsCore

// MARK: - Members and single sales

extension BacktestReport {
    /// How many members gain and lose.
    func memberTable(in language: Language) -> BacktestTable {
        BacktestTable(
            title: language.pick("購入・活動のあった会員", "Members who bought or did something"),
            rows: [
                [language.pick("増える", "gain"), Int128(members.gaining).grouped],
                [language.pick("減る", "lose"), Int128(members.losing).grouped],
                [language.pick("変わらない", "get as much"), Int128(members.staying).grouped],
            ])
    }

    /// Members who gain most, or who lose most; `nil` if there are none.
    func named(
        _ list: [BacktestMember], _ title: String, in language: Language
    ) -> BacktestTable? {
        guard !list.isEmpty else { return nil }
        return BacktestTable(
            title: title,
            columns: [
                language.pick("会員", "Member"), language.pick("現行ポイント", "Active points"),
                language.pick("案ポイント", "Draft points"), language.pick("差", "Difference"),
            ],
            rows: list.map { member in
                [
                    member.id.description, Int128(member.active).grouped,
                    Int128(member.draft).grouped, Int128(member.difference).signed,
                ]
            })
    }

    /// How many sales change by how much.
    func bandTable(in language: Language) -> BacktestTable {
        BacktestTable(
            title: language.pick("1件あたりの差", "Difference of a purchase"),
            columns: [
                language.pick("ポイント", "Points"), language.pick("件数", "Purchases"),
                language.pick("ポイント計", "Points together"),
            ],
            rows: bands.map { band in
                let from = band.from.map { Int128($0).signed }
                let to = band.to.map { Int128($0).signed }
                let name: String
                switch (from, to) {
                case (let from?, let to?): name = from == to ? from : "\(from) … \(to)"
                case (let from?, nil): name = language.pick("\(from) 以上", "\(from) and more")
                case (nil, let to?): name = language.pick("\(to) 以下", "\(to) and less")
                case (nil, nil): name = ""
                }
                return [name, Int128(band.sales).grouped, band.points.signed]
            })
    }
}
