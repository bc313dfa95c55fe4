internal import PointsCore

/// A request to close a day that waits for its turn.
struct WaitingClose {
    let day: CivilDate
    let command: Command
    let ticket: CommandTicket
}
