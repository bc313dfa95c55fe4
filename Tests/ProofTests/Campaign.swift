import PointsCore
import TestSupport

/// What is given now and then, as plain values: points for money as far as caps go, a gift with the first purchase and
/// others to newcomers, points for reviews.
struct Campaign {
    /// Over what points for money add up, and how many there may be.
    var scope = Cap.Scope.day
    var most: Int64 = 1
    /// For the first purchase that stands.
    var firstGift: Int64 = 0
    /// For purchases within so many days of joining.
    var newcomerDays: Int64 = 0
    var review = Review()

    struct Review {
        var points: Int64 = 1
        var scope = Cap.Scope.day
        var most: Int64 = 1
        /// Whether a thing that was reviewed earns nothing more.
        var isOncePerSubject = false
    }

    static let yenPerPoint: Int64 = 50
    static let newcomerGift: Int64 = 11

    /// How far points add up, for whom: for everybody or a member, for ever, a month or a day.
    struct Count: Hashable {
        let person: Int?
        let period: Int?

        init(_ scope: Cap.Scope, person: Int, on day: Int) {
            self.person = scope == .campaign ? nil : person
            period =
                switch scope {
                case .day: day
                case .month: Times.monthNumber(of: day)
                case .member, .campaign, .order: nil
                }
        }
    }
}

extension Campaign {
    /// One of each setting; caps that a history reaches now and then.
    init(_ random: inout SeededGenerator) {
        let scopes = Cap.Scope.allCases.filter { $0 != .order }
        scope = random.pick(scopes) ?? .day
        most = random.pick([30, 120, 600]) ?? 30
        firstGift = random.pick([0, 50, 200]) ?? 0
        newcomerDays = random.pick([0, 7, 40]) ?? 0
        review.points = random.number(5...40)
        review.scope = random.pick(scopes) ?? .day
        review.most = random.pick([20, 50, 200]) ?? 20
        review.isOncePerSubject = random.chance(50)
    }
}
