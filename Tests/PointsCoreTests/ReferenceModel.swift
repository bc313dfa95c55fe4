@testable import PointsCore

/// What the words of the program mean for one member, said as plainly as possible: dictionaries, and no postings.
///
/// Every method tells why the command is refused, or carries it out. A day is its number, a moment its milliseconds.
struct ReferenceModel {
    var lots: [Key: Int64] = [:]
    var holds: [Held] = []
    var waiting: [Waiting] = []
    var debt: Int64 = 0
    var sold: [Sold] = []
    var isAway = false
    var leftBehind: [Key: Int64] = [:]
    /// What leaving has cost for good.
    var forgone: [Key: Int64] = [:]
    private var leftOn = 0

    let redeemedOnReturn: RedeemedOnReturn
    let shortfall: ShortfallPolicy

    struct Key: Hashable {
        let expires: Int
        let isLimited: Bool
        let granted: Int
        let company: String

        func isBefore(_ other: Key) -> Bool {
            if expires != other.expires { return expires < other.expires }
            if isLimited != other.isLimited { return isLimited }
            if granted != other.granted { return granted < other.granted }
            return company < other.company
        }
    }

    struct Held {
        var lots: [Key: Int64]
        let until: Int64
    }

    struct Waiting {
        let sale: Int
        let kind: Int
        let company: String
        var points: Int64
        var due: Int64
    }

    struct Sold {
        let lines: [BasketLine]
        var left: [Int64]
        let soldOn: Int
        /// The day on which the points it earned began to count.
        var grantedOn: Int
        let company: String
        let paid: [(key: Key, points: Int64)]
        var redeemed: Int64
        var earned: [Int64]
        var isConfirmed: Bool
        var isOver = false
    }

    /// What ¥100 and ¥250 earn, and for how many months: standard points and limited ones.
    static let earning: [(yen: Int64, isLimited: Bool, months: Int)] = [
        (100, false, 2), (250, true, 1),
    ]

    init(redeemedOnReturn: RedeemedOnReturn, shortfall: ShortfallPolicy) {
        self.redeemedOnReturn = redeemedOnReturn
        self.shortfall = shortfall
    }

    var available: Int64 { lots.values.reduce(0, +) }
    var held: Int64 { holds.reduce(0) { $0 + $1.lots.values.reduce(0, +) } }
    var pending: Int64 { waiting.reduce(0) { $0 + $1.points } }
}

// MARK: - Time

extension ReferenceModel {
    /// The business day of a moment: it begins at 05:00 in Tokyo, which is 20:00 UTC of the day before.
    static func day(_ now: Int64) -> Int { Int((now + 14_400_000) / 86_400_000) }
    static func start(_ day: Int) -> Int64 { Int64(day) * 86_400_000 - 14_400_000 }

    static func key(_ kind: Int, of company: String, on day: Int) -> Key {
        let months = CivilDate(dayNumber: day).adding(months: earning[kind].months)
        return Key(
            expires: Int(months.dayNumber), isLimited: earning[kind].isLimited, granted: day,
            company: company)
    }

    mutating func settle(_ now: Int64) {
        while true {
            let hold = holds.indices.filter { !holds[$0].lots.isEmpty }
                .min { holds[$0].until < holds[$1].until }
            let grant = waiting.indices.min { waiting[$0].due < waiting[$1].due }
            let lot = lots.keys.min { $0.expires < $1.expires }
            let times = [
                hold.map { holds[$0].until }, grant.map { waiting[$0].due },
                lot.map { ReferenceModel.start($0.expires + 1) },
            ]
            let next = times.compactMap(\.self).min() ?? .max
            guard next <= now else { return }
            if let hold, times[0] == next {
                letGo(hold)
            } else if let grant, times[1] == next {
                let ripe = waiting.remove(at: grant)
                let day = ReferenceModel.day(next)
                sold[ripe.sale].grantedOn = day
                credit(ripe.points, ReferenceModel.key(ripe.kind, of: ripe.company, on: day))
            } else if let lot {
                lots = lots.filter { $0.key.expires != lot.expires }
            }
        }
    }

    mutating func letGo(_ hold: Int) {
        for (key, points) in holds[hold].lots { lots[key, default: 0] += points }
        holds[hold].lots = [:]
    }
}

// MARK: - Points

extension ReferenceModel {
    mutating func credit(_ points: Int64, _ key: Key) {
        let paid = min(-debt, points)
        debt += paid
        if points > paid { lots[key, default: 0] += points - paid }
    }

    mutating func take(_ points: Int64, first own: Key? = nil) -> [(Key, Int64)] {
        var missing = points
        var taken: [(Key, Int64)] = []
        for key in [own].compactMap(\.self) + lots.keys.sorted(by: { $0.isBefore($1) }) {
            let part = min(missing, lots[key] ?? 0)
            guard part > 0 else { continue }
            missing -= part
            lots[key, default: 0] -= part
            if lots[key] == 0 { lots[key] = nil }
            taken.append((key, part))
        }
        return taken
    }

    mutating func grant(_ points: Int64, limited: Bool, expires: Int?, at now: Int64) -> ErrorCode?
    {
        if isAway { return .memberWithdrawn }
        settle(now)
        let today = ReferenceModel.day(now)
        let usual = ReferenceModel.key(0, of: "", on: today).expires
        let key = Key(
            expires: expires ?? usual, isLimited: limited, granted: today, company: "store-co")
        credit(points, key)
        return nil
    }

    mutating func adjust(_ points: Int64, at now: Int64) -> ErrorCode? {
        if points > 0 { return grant(points, limited: false, expires: nil, at: now) }
        if isAway { return .memberWithdrawn }
        settle(now)
        if available < -points { return .insufficientPoints }
        _ = take(-points)
        return nil
    }

    mutating func place(_ points: Int64, until end: Int64, at now: Int64) -> ErrorCode? {
        if isAway { return .memberWithdrawn }
        settle(now)
        if available < points { return .insufficientPoints }
        let lots = Dictionary(uniqueKeysWithValues: take(points))
        holds.append(Held(lots: lots, until: end))
        return nil
    }

    mutating func release(_ hold: Int, at now: Int64) -> ErrorCode? {
        settle(now)
        if holds[hold].lots.isEmpty { return .holdExpired }
        letGo(hold)
        return nil
    }
}

// MARK: - Leaving and coming back

extension ReferenceModel {
    mutating func withdraw(at now: Int64) -> ErrorCode? {
        if isAway { return .memberWithdrawn }
        settle(now)
        if pending > 0 { return .withdrawalBlocked }
        for hold in holds.indices { letGo(hold) }
        (leftBehind, lots) = (lots, [:])
        (isAway, leftOn) = (true, ReferenceModel.day(now))
        return nil
    }

    mutating func rejoin(at now: Int64) -> ErrorCode? {
        guard isAway else { return .identityTaken }
        let today = ReferenceModel.day(now)
        isAway = false
        for (key, points) in leftBehind {
            if today - leftOn <= 30, key.expires >= today {
                lots[key] = points
            } else {
                forgone[key, default: 0] += points
            }
        }
        return nil
    }
}
