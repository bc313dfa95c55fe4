package import PointsCore

/// What became of a command that was submitted.
package enum CommandOutcome {
    /// It is answered.
    case done(Result<Reply, Refusal>)
    /// It takes long: ``Engine/work()`` goes on with it, and ``Engine/takeAnswers()`` gives its answer.
    case later(CommandTicket)
}
