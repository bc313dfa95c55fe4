/// One evaluation of a plan: what is asked of a sale, answered once, and room to work in.
struct PlanRun {
    let plan: RulePlan
    let basket: PricedBasket
    let shares: [Int64]
    let rooms: RuleRooms
    let facts: SaleFacts
    /// Answers to tests: 0 not asked yet, 1 no, 2 yes.
    var answers: [UInt8]
    /// How closely each filter describes each line, filter by filter; −1 not at all.
    var closeness: [Int16]
    var isFilterRun: [Bool]
    /// How closely a line of the group at hand is described at best.
    var closest: [Int16]
    /// The place of each line's rate among those of the basket.
    let taxPlaces: [Int]
    var sums: [Int64]
    /// What points paid of it, where amounts without tax are told.
    var sumsPaid: [Int64]
    var sumsOff: [Int64]
    /// A bit for each line that a candidate counts, candidate by candidate.
    var masks: [UInt64] = []
    let wordsPerMask: Int
    /// The lines that the rivals at hand count, and which candidates have met theirs.
    private var circle: [UInt64]
    private var isSettled: [Bool] = []
    var candidates: [Candidate] = []
    var given: [Candidate] = []

    /// What a rule would give if it counts.
    struct Candidate {
        let place: Int
        let award: RuleAward
        let base: Fraction
    }

    init(
        _ plan: RulePlan, basket: PricedBasket, shares: [Int64], context: SaleContext,
        rooms: RuleRooms
    ) {
        self.plan = plan
        self.basket = basket
        self.shares = shares
        self.rooms = rooms
        facts = SaleFacts(context, basket: basket, names: plan.names)
        let lines = basket.basket.lines
        answers = [UInt8](repeating: 0, count: plan.tests.count)
        closeness = [Int16](repeating: -1, count: plan.filters.count * lines.count)
        isFilterRun = [Bool](repeating: false, count: plan.filters.count)
        closest = [Int16](repeating: -1, count: lines.count)
        taxPlaces = lines.map { line in
            basket.taxes.firstIndex { $0.rate == line.taxRate } ?? 0
        }
        sums = [Int64](repeating: 0, count: basket.taxes.count)
        (sumsPaid, sumsOff) = (sums, sums)
        wordsPerMask = (lines.count + 63) / 64
        circle = [UInt64](repeating: 0, count: wordsPerMask)
        candidates.reserveCapacity(plan.rules.count)
        given.reserveCapacity(plan.rules.count)
    }

    /// What each rule that counts gives, by its place, in order.
    mutating func awards() -> [(place: Int, award: RuleAward)] {
        for group in plan.groups { look(at: group) }
        let onBasket = given.count
        for group in plan.buildingGroups { build(group, on: onBasket) }
        return given.map { ($0.place, $0.award) }.sorted { $0.0 < $1.0 }
    }
}

// MARK: - Groups

extension PlanRun {
    mutating func look(at group: PlannedGroup) {
        candidates.removeAll(keepingCapacity: true)
        masks.removeAll(keepingCapacity: true)
        if group.sharesLines { findClosest(in: group) }
        for place in group.members where applies(place) {
            if let candidate = candidate(at: place, in: group) { candidates.append(candidate) }
        }
        if group.pick == .all || candidates.count < 2 {
            given += candidates
        } else {
            giveToWinners(group.pick)
        }
    }

    mutating func build(_ group: PlannedGroup, on onBasket: Int) {
        var best: Candidate?
        for place in group.members where applies(place) {
            guard let candidate = building(at: place, on: given[..<onBasket]) else { continue }
            if group.pick == .all {
                given.append(candidate)
            } else if let holder = best {
                if beats(candidate, holder, group.pick) { best = candidate }
            } else {
                best = candidate
            }
        }
        if let best { given.append(best) }
    }

    mutating func findClosest(in group: PlannedGroup) {
        for line in closest.indices { closest[line] = -1 }
        for place in group.members
        where plan.rules[place].countsLines && applies(place) {
            let row = row(of: plan.rules[place].filter)
            for line in closest.indices {
                closest[line] = max(closest[line], closeness[row + line])
            }
        }
    }

    /// Candidates compete with those that count a line which they count, and with those that such a rival competes with.
    mutating func giveToWinners(_ pick: EarnRule.Pick) {
        isSettled.removeAll(keepingCapacity: true)
        for _ in candidates { isSettled.append(false) }
        for first in candidates.indices where !isSettled[first] {
            isSettled[first] = true
            for word in circle.indices { circle[word] = masks[first * wordsPerMask + word] }
            var winner = first
            while let rival = joinCircle() {
                let isEarlier =
                    candidates[rival].place < candidates[winner].place
                    && !beats(candidates[winner], candidates[rival], pick)
                if isEarlier || beats(candidates[rival], candidates[winner], pick) {
                    winner = rival
                }
            }
            given.append(candidates[winner])
        }
    }

    /// Takes a candidate into the circle of rivals that counts a line which the circle counts; `nil` if there is no more.
    private mutating func joinCircle() -> Int? {
        for rival in candidates.indices where !isSettled[rival] {
            let first = rival * wordsPerMask
            guard circle.indices.contains(where: { circle[$0] & masks[first + $0] != 0 }) else {
                continue
            }
            isSettled[rival] = true
            for word in circle.indices { circle[word] |= masks[first + word] }
            return rival
        }
        return nil
    }

    func beats(
        _ challenger: Candidate, _ holder: Candidate, _ pick: EarnRule.Pick
    ) -> Bool {
        pick.prefers(
            (challenger.award.points, plan.rules[challenger.place].priority),
            to: (holder.award.points, plan.rules[holder.place].priority))
    }
}
