/// A member in the model.
struct Person {
    var status = Status.active
    /// The day on which the membership began, without who came in.
    var began: Int
    /// Membership periods so far.
    var periods = 1
    var cards: Set<Int> = []
    var points = Points()
    /// When somebody who is away left.
    var leftAt: Int64?
    /// What somebody who is away left behind.
    var leftBehind: Lots = [:]
    /// What leaving has cost for good.
    var forgone: Lots = [:]
    var rank = Rank()
    /// Things whose review has earned points.
    var reviewed: Set<Int> = []
    /// When somebody who is suspended was, and what they were.
    var suspension: (at: Int64, before: Status)?
    /// The day of the last joining bonus, as far as is known.
    var givenOn: Int?
    /// Whom they became part of.
    var mergedInto: Int?
    /// Who became part of them.
    var absorbed: [Absorbed] = []
    /// What has become of the points, for questions about the past.
    var changes: [Change] = []
    /// The points as the last of the changes left them.
    var noted = Points()

    enum Status: Int64 {
        case provisional, active, away, suspended, merged
    }

    var isAway: Bool { status == .away }
    var isThere: Bool { status != .away && status != .merged }

    /// "The earlier day of joining counts".
    var joinedOn: Int { absorbed.compactMap(\.joinedOn).reduce(began, min) }

    /// When the one person was last given something for joining.
    var bonusOn: Int? { ([givenOn] + absorbed.map(\.bonusOn)).compactMap(\.self).max() }

    /// What the rank is made of.
    struct Rank {
        /// What counts, by months since the beginning of time.
        var counted: [Int: Int64] = [:]
        /// 0 for the lowest.
        var held = 0
        /// The ranks before, with the moments until which they were held, earliest first.
        var past: [(rank: Int, until: Int64)] = []
        var since: Int64?
        /// The last day before the review; `nil` for the lowest.
        var lastDay: Int?
        var latestSale: Int64?
        /// How often everything began anew, and when it did last.
        var period = 0
        var startedAt = Int64.min

        /// "Each is judged on its own: rules and tier as of occurredAt".
        func rank(at moment: Int64) -> Int { past.first { moment < $0.until }?.rank ?? held }

        /// What is regained from before it was lost was never lost.
        mutating func become(_ rank: Int, since moment: Int64) {
            if let place = past.firstIndex(where: { $0.until > moment }) {
                past = past.prefix(place) + [(past[place].rank, moment)]
            } else {
                past.append((held, moment))
            }
            held = rank
            since = moment
        }
    }

    /// Accounts of a member.
    struct Points: Hashable {
        var lots: Lots = [:]
        var holds: [Hold] = []
        var waiting: [Waiting] = []
        var owed: Int64 = 0
        /// The last day of what follows activity.
        var activeUntil: Int?

        var available: Int64 { lots.points }
        var held: Int64 { holds.reduce(0) { $0 + $1.lots.points } }
        var pending: Int64 { waiting.reduce(0) { $0 + $1.points } }
    }

    /// An open hold.
    struct Hold: Hashable {
        let step: Int
        let until: Int64
        var lots: Lots
    }

    /// Points earned and not yet confirmed.
    struct Waiting: Hashable {
        /// The step of the sale, and which of its grants.
        let sale: Int
        let grant: Int
        /// The step that set them waiting: the sale, or the shipment that gave them their day.
        let setBy: Int
        let due: Int64?
        var points: Int64

        var isScheduled: Bool { setBy != sale }
    }
}
