package import PointsCore

/// The answer to a command that took long.
package struct LateAnswer {
    /// What was given in its place at first.
    package let ticket: CommandTicket
    /// The answer.
    package let result: Result<Reply, Refusal>
}
