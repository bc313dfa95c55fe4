internal import PointsCore
internal import PointsEngine
internal import PointsHTTP
internal import PointsJSON
internal import PointsWire

/// Turns HTTP requests into commands and replies into HTTP responses.
///
/// The requests of one round are carried out as one batch of the engine. Who asks for a day to be closed is answered when
/// it is; whatever else comes in meanwhile is answered at once.
final class HTTPDoor: HTTPService {
    let engine: Engine
    /// Errands that wait for a command which is answered later.
    private var open: [CommandTicket: (ticket: HTTPTicket, progress: Progress)] = [:]
    private var ticketCount = 0

    init(engine: Engine) {
        self.engine = engine
    }

    /// What a request asks for, and how its answer is written.
    private enum Errand {
        /// One command behind a resource.
        case resource(Command)
        /// JSON-RPC in the body.
        case rpc(RPCDocument)
        /// JSON-RPC documents, a line each.
        case lines([RPCDocument])
        /// An answer that needs no engine.
        case response(HTTPResponse)

        var commands: [Command] {
            switch self {
            case .resource(let command): [command]
            case .rpc(let document): document.commands
            case .lines(let documents): documents.flatMap(\.commands)
            case .response: []
            }
        }
    }

    /// How far an errand has come: its commands are carried out in order, so those behind one that is answered later wait.
    private struct Progress {
        let errand: Errand
        var results: [Result<Reply, Refusal>] = []
        var awaited: CommandTicket?
        private(set) var rest: ArraySlice<Command>

        init(_ errand: Errand) {
            self.errand = errand
            rest = errand.commands[...]
        }

        /// The commands that may be carried out now.
        var ready: ArraySlice<Command> {
            guard awaited == nil else { return [] }
            let last = rest.firstIndex(where: \.action.closesDay)
            return last.map { rest[...$0] } ?? rest
        }

        mutating func take(_ outcomes: some Collection<CommandOutcome>) {
            for outcome in outcomes {
                switch outcome {
                case .done(let result): results.append(result)
                case .later(let ticket): awaited = ticket
                }
            }
            rest = rest.dropFirst(outcomes.count)
        }
    }

    // MARK: Rounds

    func answer(_ requests: [HTTPRequest]) -> [HTTPAnswer] {
        var errands = requests.map { Progress(errand(for: $0)) }
        carryOut(&errands)
        let encoder = ReplyEncoder(calendar: engine.calendar)
        return errands.map { progress in
            guard let awaited = progress.awaited else {
                return .response(response(to: progress.errand, progress.results[...], encoder))
            }
            ticketCount += 1
            let ticket = HTTPTicket(ticketCount)
            open[awaited] = (ticket, progress)
            return .later(ticket)
        }
    }

    var hasWork: Bool { engine.hasWork }

    func work() -> [(ticket: HTTPTicket, response: HTTPResponse)] {
        engine.work()
        var tickets: [HTTPTicket] = []
        var errands: [Progress] = []
        for answer in engine.takeAnswers() {
            guard let waited = open.removeValue(forKey: answer.ticket) else { continue }
            var progress = waited.progress
            progress.results.append(answer.result)
            progress.awaited = nil
            tickets.append(waited.ticket)
            errands.append(progress)
        }
        guard !errands.isEmpty else { return [] }
        carryOut(&errands)
        let encoder = ReplyEncoder(calendar: engine.calendar)
        var responses: [(ticket: HTTPTicket, response: HTTPResponse)] = []
        for (ticket, progress) in zip(tickets, errands) {
            if let awaited = progress.awaited {
                open[awaited] = (ticket, progress)
            } else {
                let response = response(to: progress.errand, progress.results[...], encoder)
                responses.append((ticket, response))
            }
        }
        return responses
    }

    /// Carries out all that may be, in one batch of the engine as far as nothing is answered later.
    private func carryOut(_ errands: inout [Progress]) {
        while true {
            let counts = errands.map(\.ready.count)
            let commands = errands.flatMap(\.ready)
            guard !commands.isEmpty else { return }
            var outcomes = engine.submit(commands[...])[...]
            for (index, count) in counts.enumerated() {
                errands[index].take(outcomes.prefix(count))
                outcomes = outcomes.dropFirst(count)
            }
        }
    }

    private func response(
        to errand: Errand, _ results: ArraySlice<Result<Reply, Refusal>>,
        _ encoder: ReplyEncoder
    ) -> HTTPResponse {
        switch errand {
        case .response(let response): return response
        case .resource:
            switch results.first {
            case .success(let reply)?:
                var writer = JSONWriter()
                encoder.write(reply, to: &writer)
                return HTTPResponse(
                    status: 200, contentType: "application/json", body: writer.bytes)
            case .failure(let refusal)?: return ProblemDocument.response(to: refusal)
            case nil:
                return ProblemDocument.response(to: .internalFault("a command without a result"))
            }
        case .rpc(let document):
            guard let body = document.answer(results, encoder: encoder) else {
                return HTTPResponse(status: 204)
            }
            return HTTPResponse(status: 200, contentType: "application/json", body: body)
        case .lines(let documents):
            var rest = results
            var body: [UInt8] = []
            for document in documents {
                let own = rest.prefix(document.commands.count)
                rest = rest.dropFirst(own.count)
                guard let answer = document.answer(own, encoder: encoder) else { continue }
                body += answer + [UInt8(ascii: "\n")]
            }
            return HTTPResponse(status: 200, contentType: "application/x-ndjson", body: body)
        }
    }
}

// MARK: - Understanding requests

extension HTTPDoor {
    private func errand(for request: HTTPRequest) -> Errand {
        do throws(Refusal) {
            try checkContentType(of: request)
        } catch {
            return .response(ProblemDocument.response(to: error))
        }
        if let documents = rpcDocuments(in: request) { return documents }
        let matches = Route.all.compactMap { route in
            route.parameters(in: request.segments).map { (route, $0) }
        }
        guard !matches.isEmpty else {
            return .response(ProblemDocument.response(to: .unknownMethod(request.path)))
        }
        let isMarked = { (route: Route) in
            route.marker.map { name in request.query.contains { $0.name == name } } ?? true
        }
        guard
            let (route, parameters) = matches.first(where: {
                $0.0.verb == request.method && isMarked($0.0)
            })
        else { return .response(notAllowed(request, verbs: matches.map(\.0.verb))) }
        do throws(Refusal) {
            let params = try self.params(of: request, for: route, from: parameters)
            return .resource(
                try CommandDecoder.command(method: route.method.rawValue, params: params))
        } catch {
            return .response(ProblemDocument.response(to: error))
        }
    }

    /// JSON-RPC over HTTP; `nil` for any other path.
    private func rpcDocuments(in request: HTTPRequest) -> Errand? {
        switch request.segments {
        case ["rpc"]:
            guard request.method == .post else {
                return .response(notAllowed(request, verbs: [.post]))
            }
            return .rpc(RPCDocument(parsing: request.body[...]))
        case ["v1", "batch"]:
            guard request.method == .post else {
                return .response(notAllowed(request, verbs: [.post]))
            }
            let lines = request.body.split(separator: UInt8(ascii: "\n"))
            let bounds = BatchBounds()
            return .lines(lines.map { RPCDocument(parsing: $0, within: bounds) })
        default: return nil
        }
    }

    private func notAllowed(_ request: HTTPRequest, verbs: [HTTPMethod]) -> HTTPResponse {
        var response = ProblemDocument.response(
            to: .unknownMethod("\(request.method.rawValue) \(request.path)"), status: 405)
        let names = Set(verbs.flatMap { $0 == .get ? ["GET", "HEAD"] : [$0.rawValue] })
        response.fields.append((name: "Allow", value: names.sorted().joined(separator: ", ")))
        return response
    }

    /// Refuses a body that does not say it is JSON: a form on a stranger's page can send any other kind.
    private func checkContentType(of request: HTTPRequest) throws(Refusal) {
        guard !request.body.isEmpty else { return }
        let type = request.fields["Content-Type"]?.split(separator: ";").first ?? ""
        let name = type.lowercased().filter { $0 != " " && $0 != "\t" }
        guard ["application/json", "application/x-ndjson"].contains(name) else {
            throw .invalidRequest(
                "a body needs Content-Type: application/json (or application/x-ndjson in a batch)")
        }
    }

    /// The parameters that path, query, body and `Idempotency-Key` give together; each is given once.
    private func params(
        of request: HTTPRequest, for route: Route, from path: JSONObject
    ) throws(Refusal) -> JSONObject {
        var outside = path
        var identity = JSONObject()
        for item in request.query {
            // Who looks, and from where, may be told with every question: the audit log keeps it.
            let isPlace = !route.query.contains(item.name) && Route.place.contains(item.name)
            let isIdentity = route.takesIdentity && Route.identityNames.contains(item.name)
            let given = isIdentity ? identity[item.name] : outside[item.name]
            guard route.query.contains(item.name) || (isPlace && route.verb == .get) else {
                throw .invalidParams(
                    pointer: "/\(item.name)",
                    expected: "left out: there is no query parameter of this name here")
            }
            guard given == nil else {
                throw .invalidParams(pointer: "/\(item.name)", expected: "told once")
            }
            if isIdentity {
                identity[item.name] = .string(item.value)
            } else {
                outside[item.name] = Route.value(of: item)
            }
        }
        if route.takesIdentity, route.verb == .get || !identity.members.isEmpty {
            outside["identity"] = .object(identity)
        }
        let keys = request.fields.values(of: "Idempotency-Key")
        guard keys.count <= 1 else {
            throw .invalidParams(pointer: "/idempotencyKey", expected: "told once")
        }
        if let key = keys.first { outside["idempotencyKey"] = .string(key) }
        guard !request.body.isEmpty else { return outside }
        // The body's own members are counted once; only the few from outside are looked up in it.
        var params = try body(of: request)
        for member in outside.members {
            guard params[member.key] == nil else {
                throw .invalidParams(pointer: "/\(member.key)", expected: "told once")
            }
            params[member.key] = member.value
        }
        return params
    }

    private func body(of request: HTTPRequest) throws(Refusal) -> JSONObject {
        let json: JSON
        do throws(JSONParseError) {
            json = try JSON(parsing: request.body)
        } catch {
            throw .parseError(error.message)
        }
        guard let object = json.object else {
            throw .invalidParams(pointer: "", expected: "an object with a member for each")
        }
        return object
    }
}
