internal import PointsCore
internal import PointsEngine
internal import PointsHTTP
internal import PointsJSON
internal import PointsWire

/// Turns HTTP requests into commands and replies into HTTP responses.
///
/// The requests of one round are carried out as one batch of the engine.
struct HTTPDoor {
    let engine: Engine

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

    /// Answers requests in order.
    func answer(_ requests: [HTTPRequest]) -> [HTTPResponse] {
        let errands = requests.map(errand)
        let commands = errands.flatMap(\.commands)
        let results = commands.isEmpty ? [] : engine.execute(commands)
        let encoder = ReplyEncoder(calendar: engine.calendar)
        var rest = results[...]
        return errands.map { errand in
            let own = rest.prefix(errand.commands.count)
            rest = rest.dropFirst(own.count)
            return response(to: errand, own, encoder)
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
        if let documents = rpcDocuments(in: request) { return documents }
        let matches = Route.all.compactMap { route in
            route.parameters(in: request.segments).map { (route, $0) }
        }
        guard !matches.isEmpty else {
            return .response(ProblemDocument.response(to: .unknownMethod(request.path)))
        }
        guard let (route, parameters) = matches.first(where: { $0.0.verb == request.method })
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
            return .lines(lines.map { RPCDocument(parsing: $0) })
        default: return nil
        }
    }

    private func notAllowed(_ request: HTTPRequest, verbs: [HTTPMethod]) -> HTTPResponse {
        var response = ProblemDocument.response(
            to: .unknownMethod("\(request.method.rawValue) \(request.path)"))
        response.status = 405
        let names = Set(verbs.flatMap { $0 == .get ? ["GET", "HEAD"] : [$0.rawValue] })
        response.fields.append((name: "Allow", value: names.sorted().joined(separator: ", ")))
        return response
    }

    /// The parameters that path, query, body and `Idempotency-Key` give together; each is given once.
    private func params(
        of request: HTTPRequest, for route: Route, from path: JSONObject
    ) throws(Refusal) -> JSONObject {
        var params = path
        func add(_ name: String, _ value: JSON) throws(Refusal) {
            guard params[name] == nil else {
                throw .invalidParams(pointer: "/\(name)", expected: "told once")
            }
            params[name] = value
        }
        for item in request.query {
            guard route.query.contains(item.name) else {
                throw .invalidParams(
                    pointer: "/\(item.name)",
                    expected: "left out: there is no query parameter of this name here")
            }
            // Query parameters are text; a number among them is one as far as it is spelt like one.
            let number = item.name == "limit" ? Int64(item.value) : nil
            try add(item.name, number.map { .integer($0) } ?? .string(item.value))
        }
        if !request.body.isEmpty {
            for member in try body(of: request).members { try add(member.key, member.value) }
        }
        if let key = request.fields["Idempotency-Key"] {
            try add("idempotencyKey", .string(key))
        }
        if route.method == .memberFind {
            let identity = JSONObject.identity(kind: params["kind"], value: params["value"])
            params = ["identity": .object(identity)]
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

extension JSONObject {
    fileprivate static func identity(kind: JSON?, value: JSON?) -> JSONObject {
        var identity = JSONObject()
        identity["kind"] = kind
        identity["value"] = value
        return identity
    }
}
