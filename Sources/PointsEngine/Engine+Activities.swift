internal import PointsCore
internal import PointsStore

// MARK: - What members do besides buying

extension Engine {
    /// Writes an activity down; one that came before under its reference is answered as it was then.
    ///
    /// Whoever is not sure whether a message arrived sends it again, perhaps under another key: that must not earn twice, and
    /// needs no other answer than the first.
    func record(
        _ activity: RecordActivity, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        guard activity.activity != JoiningBonus.activity else {
            throw .refused(
                .invalidParams(
                    pointer: "/activity",
                    expected: "something else: member.join and member.register are \"join\""))
        }
        if let known = situation.program.activities, !known.contains(activity.activity) {
            let names = known.sorted().joined(separator: ", ")
            throw .refused(
                .invalidParams(
                    pointer: "/activity", expected: "an activity of the program: \(names)"))
        }
        let company = try issuer(in: situation)
        if var new = try newcomer(activity.member, in: situation) {
            try deciding { () throws(Refusal) in
                try new.desk.record(activity, issuedBy: company)
            }
            try keep([new.claim], profile: nil, for: new.desk)
            return try finish(new.desk)
        }
        let member = try member(activity.member, in: situation)
        if let first = try entry(ofReferenceOf: activity, in: situation) {
            guard member.numbers.contains(first.member) else {
                throw .refused(
                    .invalidParams(
                        pointer: "/reference",
                        expected: "one that no activity of another member has"))
            }
            return .done(try receipt(for: first, isReplay: true))
        }
        let spent = try spentRules(for: activity, by: member, in: situation)
        let desk = Desk(member, in: try self.situation(situation, for: member))
        return try finish(desk) { desk throws(Refusal) in
            try desk.record(activity, issuedBy: company, spent: spent)
        }
    }

    /// Rules that give nothing: they did once for the subject already, or no subject is told by which they could.
    func spentRules(
        for activity: RecordActivity, by member: Member, in situation: Situation
    ) throws(CommandFailure) -> Set<String> {
        let rules = situation.rules.onceRules(for: activity.activity)
        guard let subject = activity.subject else { return Set(rules) }
        var spent: Set<String> = []
        for rule in rules {
            for number in member.numbers {
                let key = OrderKey(spent: rule, for: subject, by: number)
                let before = try storing { () throws(StoreError) in try projections.order(key) }
                if before != nil { spent.insert(rule) }
            }
        }
        return spent
    }

    /// The activity that has the reference already.
    private func entry(
        ofReferenceOf activity: RecordActivity, in situation: Situation
    ) throws(CommandFailure) -> Entry? {
        guard let reference = activity.reference else { return nil }
        let key = OrderKey(
            channel: situation.cause.channel ?? "", activity: activity.activity,
            reference: reference)
        let position = try storing { () throws(StoreError) in try projections.order(key) }
        guard let position else { return nil }
        return try entry(at: position)
    }
}
