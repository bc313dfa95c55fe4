import PointsCore

// MARK: - activities/*.json /examples

extension ActivityExample {
    private static let keys = [
        "activity", "subject", "givenForSubject", "channel", "store", "terminal", "tier",
        "joinedOn", "birthDate", "segments", "pointsBefore", "occurredAt",
    ]

    /// Reads the examples of a rule; there is at least one.
    static func list(
        _ object: RuleObject, of header: RuleHeader, in surroundings: RuleSurroundings
    ) -> [ActivityExample] {
        object.required("examples").list(max: RulesLimits.examplesMax).enumerated().map {
            ActivityExample($1, at: $0, of: header, in: surroundings)
        }
    }

    private init(
        _ value: RuleValue, at index: Int, of header: RuleHeader,
        in surroundings: RuleSurroundings
    ) {
        let object = value.object(["name", "given", "expect"])
        let given = object.required("given").object(ActivityExample.keys)
        rule = header.id
        self.index = index
        name = object.required("name").text()
        activity = given.required("activity").name(
            of: "an activity of the program", among: surroundings.activities)
        subject = given.optional("subject")?.name()
        spentRules =
            given.optional("givenForSubject")?.names(
                of: "an activity rule", among: surroundings.activityRules) ?? []
        channel = given.optional("channel")?.name(of: "a channel", among: surroundings.channels)
        store = given.optional("store")?.name()
        terminal = given.optional("terminal")?.name()
        member = RuleExample.Buyer(given, in: surroundings)
        self.given =
            given.optional("pointsBefore")?.pointsByRule(
                of: "an activity rule", among: surroundings.activityRules) ?? [:]
        occurredAt =
            given.optional("occurredAt")?.instant()
            ?? surroundings.program.calendar.noon(of: header.effective.ordinaryDay)
        expected = object.required("expect").object(["points"])
            .required("points").integer(0...Points.max.count)
    }
}
