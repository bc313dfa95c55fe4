internal import Glibc
internal import PointsEngine
internal import PointsHTTP

/// `meguri serve`: the protocol over HTTP.
///
/// Requests that arrive together are carried out together and committed once.
enum ServeCommand {
    static func run(_ words: [String]) throws(CommandLineError) {
        let arguments = try Arguments(
            words, options: EngineOpening.options.union(["listen", "peer-connections"]),
            flags: ["insecure-no-auth"])
        try arguments.finish()
        _ = try arguments.value("rules")
        let address = try address(arguments)
        let limits = try limits(arguments)
        let engine = try EngineOpening.open(arguments)
        let door = HTTPDoor(engine: engine)
        let listener: Listener
        do throws(ListenError) {
            listener = try Listener(
                address: address, limits: limits, stopSignals: [SIGTERM, SIGINT],
                problem: ProblemDocument.response)
        } catch {
            throw .listen(error)
        }
        Console.note("listening on \(listener.address)")
        listener.run(door)
        try EngineOpening.close(engine)
        Console.note("stopped")
    }

    /// The adapter's limits; a proxy in front is one peer with many connections.
    private static func limits(_ arguments: Arguments) throws(CommandLineError) -> HTTPLimits {
        var limits = HTTPLimits.standard
        guard let text = arguments.optional("peer-connections") else { return limits }
        guard let count = Int(text), (1...limits.connectionsMax).contains(count) else {
            throw .usage(
                "--peer-connections should be a number from 1 to \(limits.connectionsMax).",
                Usage.text)
        }
        limits.connectionsPerPeerMax = count
        return limits
    }

    private static let defaultAddress = "127.0.0.1:8080"

    /// Where to listen.
    ///
    /// Without keys for clients only this machine may ask, and only if the operator says so.
    private static func address(_ arguments: Arguments) throws(CommandLineError) -> ListenAddress {
        let address: ListenAddress
        do throws(ListenError) {
            address = try ListenAddress(parsing: arguments.optional("listen") ?? defaultAddress)
        } catch {
            throw .usage(error.message, Usage.text)
        }
        guard arguments.has("insecure-no-auth") else {
            throw .usage(
                "API keys are not there yet: say --insecure-no-auth to serve without them.",
                Usage.text)
        }
        guard address.isLoopback else {
            throw .usage(
                "Without API keys the server listens on 127.0.0.1, [::1] or a unix socket only.",
                Usage.text)
        }
        return address
    }
}
