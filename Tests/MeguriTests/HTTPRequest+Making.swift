import PointsHTTP
import PointsJSON
import PointsWire

@testable import meguri

extension HTTPRequest {
    /// A request whose path needs no encoding; only a body has a type.
    static func made(
        _ method: HTTPMethod, _ path: String, query: [(String, String)] = [],
        fields: [(name: String, value: String)] = [], type: String? = "application/json",
        body: String = ""
    ) -> HTTPRequest {
        let typeFields = contentType(body.isEmpty ? nil : type)
        return HTTPRequest(
            method: method, path: path,
            segments: path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
                .map(String.init),
            query: query.map { QueryItem(name: $0.0, value: $0.1) },
            fields: HTTPFields(fields + typeFields), body: Array(body.utf8))
    }

    private static func contentType(_ type: String?) -> [(name: String, value: String)] {
        type.map { [(name: "Content-Type", value: $0)] } ?? []
    }

    /// The request that asks the same over HTTP; `nil` if no route of the method takes these parameters.
    static func asking(_ method: Method, _ params: JSONObject) -> HTTPRequest? {
        let flat = method == .memberFind ? params["identity"]?.object ?? [:] : params
        return Route.all.lazy.filter { $0.method == method }
            .compactMap { asking(flat, of: $0) }.first
    }

    private static func asking(_ params: JSONObject, of route: Route) -> HTTPRequest? {
        var rest = params
        var segments: [String] = []
        for piece in route.path {
            guard piece.hasPrefix("{") else {
                segments.append(String(piece))
                continue
            }
            let name = String(piece.dropFirst().dropLast())
            guard let value = rest[name]?.string else { return nil }
            segments.append(value)
            rest[name] = nil
        }
        var fields: [(name: String, value: String)] = []
        if let key = rest["idempotencyKey"]?.string { fields = [("Idempotency-Key", key)] }
        rest["idempotencyKey"] = nil
        var query: [QueryItem] = []
        for name in rest.keys
        where route.query.contains(name) || (route.verb == .get && Route.place.contains(name)) {
            query.append(QueryItem(name: name, value: text(of: rest[name] ?? .null)))
            rest[name] = nil
        }
        guard route.verb != .get || rest.isEmpty else { return nil }
        if !rest.isEmpty { fields += contentType("application/json") }
        return HTTPRequest(
            method: route.verb, path: "/" + segments.joined(separator: "/"), segments: segments,
            query: query, fields: HTTPFields(fields),
            body: rest.isEmpty ? [] : JSON.object(rest).bytes())
    }

    /// A value as a query has it: names with commas between them, all else as it is written.
    private static func text(of value: JSON) -> String {
        if let names = value.array { return names.map(text).joined(separator: ",") }
        return value.string ?? value.text()
    }
}
