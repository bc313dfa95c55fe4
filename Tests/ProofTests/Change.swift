/// What a transaction did to a member's points: enough to add up any past.
struct Change {
    let occurredAt: Int64
    let recordedAt: Int64
    private var lots: Lots = [:]
    private var holds: [Person.Hold: Lots] = [:]
    private var waiting: [Person.Waiting: Int64] = [:]
    /// What waits, in the order in which it came.
    private var arrivals: [Person.Waiting] = []
    private var owed: Int64
    private var activeUntil: Int?

    /// What is otherwise than before.
    init(
        from before: Person.Points, to after: Person.Points, occurredAt: Int64, recordedAt: Int64
    ) {
        self.occurredAt = occurredAt
        self.recordedAt = recordedAt
        owed = after.owed - before.owed
        activeUntil = after.activeUntil == before.activeUntil ? nil : after.activeUntil
        arrivals = after.waiting.map(Change.name)
        add(after, times: 1)
        add(before, times: -1)
        holds = holds.filter { !$0.value.isEmpty }
        waiting = waiting.filter { $0.value != 0 }
    }

    private mutating func add(_ points: Person.Points, times sign: Int64) {
        for (lot, count) in points.lots { lots.add(sign * count, to: lot) }
        for hold in points.holds {
            var name = hold
            name.lots = [:]
            for (lot, count) in hold.lots { holds[name, default: [:]].add(sign * count, to: lot) }
        }
        for part in points.waiting {
            waiting[Change.name(part), default: 0] += sign * part.points
        }
    }

    private static func name(_ part: Person.Waiting) -> Person.Waiting {
        var name = part
        name.points = 0
        return name
    }

    /// What changes come to, put together.
    static func sum(_ changes: [Change]) -> Person.Points {
        var points = Person.Points()
        var holds: [Person.Hold: Lots] = [:]
        var waiting: [Person.Waiting: Int64] = [:]
        var arrivals: [Person.Waiting] = []
        for change in changes {
            // What takes from a hold, or from points that wait, has not happened before they are there.
            if change.holds.contains(where: { holds[$0.key] == nil && $0.value.points < 0 })
                || change.waiting.contains(where: { waiting[$0.key] == nil && $0.value < 0 })
            {
                continue
            }
            points.lots.add(change.lots)
            points.owed += change.owed
            points.activeUntil = [points.activeUntil, change.activeUntil].compactMap(\.self).max()
            for (hold, lots) in change.holds where holds[hold] != nil || lots.points > 0 {
                holds[hold, default: [:]].add(lots)
            }
            let new = change.arrivals.filter { waiting[$0] == nil && change.waiting[$0] != nil }
            arrivals += new
            for (part, count) in change.waiting { waiting[part, default: 0] += count }
        }
        for (hold, lots) in holds.sorted(by: { $0.key.step < $1.key.step }) where !lots.isEmpty {
            points.holds.append(Person.Hold(step: hold.step, until: hold.until, lots: lots))
        }
        for name in arrivals {
            guard let count = waiting[name], count > 0 else { continue }
            var part = name
            part.points = count
            points.waiting.append(part)
        }
        return points
    }
}
