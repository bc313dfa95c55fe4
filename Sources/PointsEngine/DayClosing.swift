internal import PointsCore

/// The closing of one business day, step by step: how far it has come and what is still to be looked at.
///
/// Members are looked at in the order of their numbers. It holds nothing that must survive: whoever is interrupted
/// begins anew, and what is written down already is not due any more.
struct DayClosing {
    /// The day.
    let day: CivilDate
    /// The command whose key the seal gets.
    let command: Command
    let ticket: CommandTicket
    /// What is looked for.
    let horizon: DueHorizon

    /// The first member who was not looked at yet.
    private(set) var next: Int64 = 1
    /// Members behind that place for whom a command has made something due since: late sales do.
    private(set) var stragglers: Set<Int64> = []

    init(day: CivilDate, command: Command, ticket: CommandTicket, horizon: DueHorizon) {
        self.day = day
        self.command = command
        self.ticket = ticket
        self.horizon = horizon
    }

    /// Members to look at next, out of so many; `nil` once all were looked at.
    func nextRange(of memberCount: Int64, atMost countMax: Int64) -> ClosedRange<Int64>? {
        guard next <= memberCount else { return nil }
        return next...min(next + countMax - 1, memberCount)
    }

    /// Takes it that everybody through a number was looked at.
    mutating func pass(_ number: Int64) {
        next = max(next, number + 1)
    }

    /// Takes in the state in which a command leaves a member.
    mutating func note(_ member: Member) {
        guard member.id.number < next, horizon.reaches(MemberDue(member)) else { return }
        stragglers.insert(member.id.number)
    }

    /// Takes it that stragglers were looked at.
    mutating func settle(_ numbers: some Sequence<Int64>) {
        stragglers.subtract(numbers)
    }
}
