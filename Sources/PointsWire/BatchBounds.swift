internal import PointsCore

/// What requests that came together may ask for together, so that they do not keep everybody else waiting.
package final class BatchBounds {
    private var transactions: Int64 = 0
    private var longCommands = 0

    /// Nothing was asked for yet.
    package init() {}

    /// The call, refused if it goes too far: from then on every call that asks for the same is.
    func admit(_ call: RPCCall) -> RPCCall {
        guard case .success(let command) = call.command else { return call }
        switch command.action {
        case .history(let page), .export(let page): transactions += Int64(page.limit)
        case .verify, .closeDay: longCommands += 1
        default: return call
        }
        guard transactions <= WireLimits.batchTransactionsMax,
            longCommands <= WireLimits.batchLongCommandsMax
        else {
            return call.refused(
                .invalidRequest(
                    """
                    a batch asks for at most \(WireLimits.batchTransactionsMax) transactions of histories \
                    and \(WireLimits.batchLongCommandsMax) verification or day close
                    """))
        }
        return call
    }
}
