/// What a member has agreed to, refused and switched, as a fold over the member's entries; it needs no rules.
package struct ConsentRecord: Hashable, Sendable {
    /// The newest answer to each topic, in the order of the topics.
    package private(set) var answers: [Given] = []
    /// The newest setting of each switch, in the order of their names.
    package private(set) var choices: [Choice] = []
    /// The last entry with answers: each such entry names the one before it.
    package private(set) var last: JournalPosition = .none
    /// The last entry that changed what is answered.
    package private(set) var changedBy: JournalPosition = .none
    /// Whether the member has left: nothing is agreed to and nothing is asked.
    package private(set) var isOver = false
    /// What happened before this moment ended with an earlier membership period; `nil` in the first.
    private var startsAt: Instant?

    /// An answer, when it was given and through which channel.
    package struct Given: Hashable, Sendable {
        /// The answer.
        package let answer: ConsentAnswer
        /// When.
        package let at: Instant
        /// Through which channel, if told.
        package let channel: String?

        /// An answer of a moment.
        package init(answer: ConsentAnswer, at: Instant, channel: String?) {
            self.answer = answer
            self.at = at
            self.channel = channel
        }
    }

    /// A switch, and when it was set.
    package struct Choice: Hashable, Sendable {
        /// The switch and what it was set to.
        package let setting: PreferenceSetting
        /// When.
        package let at: Instant

        /// A setting of a moment.
        package init(setting: PreferenceSetting, at: Instant) {
            self.setting = setting
            self.at = at
        }
    }

    /// Nothing is answered.
    package init() {}

    /// The newest answer to a topic.
    package func answer(to topic: ConsentTopic) -> Given? {
        answers.first { $0.answer.topic == topic }
    }

    /// The newest setting of a switch.
    package func choice(of preference: String) -> Choice? {
        choices.first { $0.setting.preference == preference }
    }
}

// MARK: - The fold

extension ConsentRecord {
    /// Whether an event changes what is answered.
    package static func isChanged(by event: Event) -> Bool {
        switch event {
        case .consentsRecorded, .withdrawn, .rejoined, .mergedInto, .cameApart: true
        case .joined(let joined): joined.status == .visitor
        default: false
        }
    }

    /// Refuses an entry that names another one as the last with answers.
    func checkChain(_ entry: Entry) throws(LedgerFault) {
        guard case .consentsRecorded(let recorded) = entry.event, recorded.previous != last else {
            return
        }
        throw .chainBroken(expected: last, found: recorded.previous)
    }

    /// Carries out an entry of the member.
    package mutating func apply(_ entry: Entry) {
        let moment = entry.cause.occurredAt
        switch entry.event {
        case .consentsRecorded(let recorded):
            last = entry.position
            for answer in recorded.answers {
                take(Given(answer: answer, at: moment, channel: entry.cause.channel))
            }
        case .preferencesSet(let settings):
            for setting in settings { take(Choice(setting: setting, at: moment)) }
        case .withdrawn: begin(at: moment, isOver: true)
        case .rejoined: begin(at: moment, isOver: false)
        // Who is part of another has a history; a visitor is nobody who could agree.
        case .mergedInto: isOver = true
        case .cameApart(let parted): isOver = parted.status == .visitor
        case .joined(let joined): isOver = joined.status == .visitor
        default: return
        }
        if ConsentRecord.isChanged(by: entry.event) { changedBy = entry.position }
    }

    private mutating func begin(at moment: Instant, isOver: Bool) {
        answers = []
        choices = []
        startsAt = moment
        self.isOver = isOver
    }

    /// The newest counts, by when it was given: one that a till sends late does not replace a newer one.
    private mutating func take(_ given: Given) {
        guard counts(given.at) else { return }
        let topic = given.answer.topic
        let place = answers.firstIndex { $0.answer.topic >= topic } ?? answers.endIndex
        guard place < answers.endIndex, answers[place].answer.topic == topic else {
            answers.insert(given, at: place)
            return
        }
        if answers[place].at <= given.at { answers[place] = given }
    }

    private mutating func take(_ choice: Choice) {
        guard counts(choice.at) else { return }
        let name = choice.setting.preference
        let place = choices.firstIndex { $0.setting.preference >= name } ?? choices.endIndex
        guard place < choices.endIndex, choices[place].setting.preference == name else {
            choices.insert(choice, at: place)
            return
        }
        if choices[place].at <= choice.at { choices[place] = choice }
    }

    private func counts(_ moment: Instant) -> Bool {
        startsAt.map { moment >= $0 } ?? true
    }
}

// MARK: - Record

extension ConsentRecord {
    func write(to writer: inout RecordWriter) {
        writer.list(answers) { writer, given in
            given.answer.write(to: &writer)
            writer.instant(given.at)
            writer.optional(given.channel) { $0.text($1) }
        }
        writer.list(choices) { writer, choice in
            choice.setting.write(to: &writer)
            writer.instant(choice.at)
        }
        writer.position(last)
        writer.position(changedBy)
        writer.flag(isOver)
        writer.optional(startsAt) { $0.instant($1) }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        answers = try reader.list { reader throws(LedgerFault) in
            Given(
                answer: try ConsentAnswer(from: &reader), at: try reader.instant(),
                channel: try reader.optionalText())
        }
        choices = try reader.list { reader throws(LedgerFault) in
            Choice(setting: try PreferenceSetting(from: &reader), at: try reader.instant())
        }
        last = try reader.position()
        changedBy = try reader.position()
        isOver = try reader.flag()
        startsAt = try reader.optional { reader throws(LedgerFault) in try reader.instant() }
    }
}
