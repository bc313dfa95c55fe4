internal import PointsCore

/// The eras by which years are counted since 1868.
enum Era: CaseIterable {
    case meiji
    case taisho
    case showa
    case heisei
    case reiwa

    /// The ways an era is written.
    var names: [String] {
        switch self {
        case .meiji: ["明治", "明", "M", "m"]
        case .taisho: ["大正", "大", "T", "t"]
        case .showa: ["昭和", "昭", "S", "s"]
        case .heisei: ["平成", "平", "H", "h"]
        case .reiwa: ["令和", "令", "R", "r"]
        }
    }

    /// The Gregorian year of the era's first.
    var firstYear: Int {
        switch self {
        case .meiji: 1_868
        case .taisho: 1_912
        case .showa: 1_926
        case .heisei: 1_989
        case .reiwa: 2_019
        }
    }

    /// The day on which the era begins.
    private var firstDay: CivilDate? {
        switch self {
        case .meiji: CivilDate(year: 1_868, month: 10, day: 23)
        case .taisho: CivilDate(year: 1_912, month: 7, day: 30)
        case .showa: CivilDate(year: 1_926, month: 12, day: 25)
        case .heisei: CivilDate(year: 1_989, month: 1, day: 8)
        case .reiwa: CivilDate(year: 2_019, month: 5, day: 1)
        }
    }

    private var successor: Era? {
        switch self {
        case .meiji: .taisho
        case .taisho: .showa
        case .showa: .heisei
        case .heisei: .reiwa
        case .reiwa: nil
        }
    }
}

// MARK: - Bounds

extension Era {
    /// Whether a day lies between the era's first and its last: 昭和64年1月8日 does not exist.
    func contains(_ date: CivilDate) -> Bool {
        guard let firstDay, date >= firstDay else { return false }
        guard let next = successor?.firstDay else { return true }
        return date < next
    }
}
