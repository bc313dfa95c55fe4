// MARK: - What the terms of earning rules mean

extension Words {
    /// Which way fractions are rounded.
    package static func direction(of rounding: Rounding) -> Words {
        switch rounding {
        case .floor: Words(ja: "切り捨て", en: "down")
        case .halfUp: Words(ja: "四捨五入", en: "half up")
        case .ceiling: Words(ja: "切り上げ", en: "up")
        }
    }

    /// For what fractions are rounded.
    package static func each(_ stage: EarnRule.RoundingStage) -> Words {
        switch stage {
        case .unit: Words(ja: "商品1個ごとに", en: "for each piece")
        case .line: Words(ja: "明細ごとに", en: "for each line")
        case .taxRate: Words(ja: "税率ごとに", en: "for each tax rate")
        case .order: Words(ja: "注文ごとに", en: "for the order")
        }
    }

    /// Over what a cap adds up.
    package static func scope(_ scope: Cap.Scope) -> Words {
        switch scope {
        case .order: Words(ja: "1注文につき", en: "for an order")
        case .day: Words(ja: "1日につき", en: "for a day")
        case .month: Words(ja: "1か月につき", en: "for a month")
        case .member: Words(ja: "会員1人につき", en: "for a member")
        case .campaign: Words(ja: "キャンペーン全体で", en: "for the whole campaign")
        }
    }

    /// What becomes of the money that points paid.
    package static func treatment(_ redeemed: EarnRule.RedeemedBase) -> Words {
        switch redeemed {
        case .deduct: Words(ja: "付与の対象外", en: "earns nothing")
        case .keep: Words(ja: "付与の対象", en: "earns like money")
        case .deductAtBaseRate:
            Words(ja: "このルールの率で差し引く", en: "takes off what this rule gives for it")
        }
    }

    /// Whether money has tax in it.
    package static func tax(isIncluded: Bool) -> Words {
        isIncluded ? Words(ja: "税込", en: "with tax") : Words(ja: "税抜", en: "without tax")
    }

    /// A day of the week, 1 (Monday) – 7.
    package static func weekday(_ day: Int) -> Words {
        switch day {
        case 1: Words(ja: "月曜日", en: "Monday")
        case 2: Words(ja: "火曜日", en: "Tuesday")
        case 3: Words(ja: "水曜日", en: "Wednesday")
        case 4: Words(ja: "木曜日", en: "Thursday")
        case 5: Words(ja: "金曜日", en: "Friday")
        case 6: Words(ja: "土曜日", en: "Saturday")
        default: Words(ja: "日曜日", en: "Sunday")
        }
    }
}
