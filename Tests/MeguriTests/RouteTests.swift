import PointsCore
import PointsHTTP
import PointsJSON
import PointsWire
import Testing

@testable import meguri

/// The resources of the protocol and how a request finds its command.
struct RouteTests {
    /// The rows of the protocol's table whose methods exist.
    private static let contract: [(method: Method, resource: String)] = [
        (.memberJoin, "POST /v1/members"), (.memberGet, "GET /v1/members/{member}?include"),
        (.memberFind, "GET /v1/members?kind&value"),
        (.memberList, "GET /v1/members?cursor&include&limit&segment"),
        (.offerList, "GET /v1/members/{member}/offers"),
        (.offerClaim, "POST /v1/members/{member}/offers/claims"),
        (.memberUpdate, "PATCH /v1/members/{member}"),
        (.memberErase, "POST /v1/members/{member}/erasure"),
        (.memberExport, "GET /v1/members/{member}/export?cursor&limit"),
        (.memberSearch, "POST /v1/members/search"),
        (.auditList, "GET /v1/audit?by&cursor&from&limit&member&to"),
        (.memberLink, "POST /v1/members/{member}/identities"),
        (.memberUnlink, "DELETE /v1/members/{member}/identities?kind&value"),
        (.memberReplaceIdentity, "POST /v1/members/{member}/identities/replacement"),
        (.memberRegister, "POST /v1/members/{member}/registration"),
        (.memberSuspend, "POST /v1/members/{member}/suspension"),
        (.memberResume, "DELETE /v1/members/{member}/suspension"),
        (.memberMerge, "POST /v1/members/{member}/merge"),
        (.memberUnmerge, "POST /v1/members/{member}/unmerge"),
        (.memberWithdraw, "POST /v1/members/{member}/withdrawal"),
        (.memberRejoin, "POST /v1/rejoins"), (.purchaseQuote, "POST /v1/quotes"),
        (.purchaseRecord, "POST /v1/purchases"),
        (.purchaseGet, "GET /v1/purchases/{purchase}?explain"),
        (.purchaseGet, "GET /v1/purchases?channel&explain&order"),
        (.purchaseConfirm, "POST /v1/purchases/{purchase}/confirmation"),
        (.purchaseReturn, "POST /v1/purchases/{purchase}/returns"),
        (.purchaseVoid, "POST /v1/purchases/{purchase}/void"),
        (.purchaseVoid, "POST /v1/voids"),
        (.purchaseReplace, "POST /v1/purchases/{replaces}/replacement"),
        (.purchaseReturnWithoutReceipt, "POST /v1/returns"),
        (.activityRecord, "POST /v1/activities"),
        (.holdPlace, "POST /v1/holds"),
        (.holdRelease, "POST /v1/holds/{hold}/release"), (.holdGet, "GET /v1/holds/{hold}"),
        (.consentRecord, "POST /v1/members/{member}/consents"),
        (.consentList, "GET /v1/members/{member}/consents?cursor&limit"),
        (.preferenceSet, "PUT /v1/members/{member}/preferences"),
        (.policyPublish, "POST /v1/policies"),
        (.pointsBalance, "GET /v1/members/{member}/balance?at&recordedBy"),
        (.pointsHistory, "GET /v1/members/{member}/history?cursor&limit"),
        (.pointsGrant, "POST /v1/members/{member}/grants"),
        (.pointsAdjust, "POST /v1/members/{member}/adjustments"),
        (.dayClose, "POST /v1/days/{date}/close"), (.rulesCurrent, "GET /v1/rules?at"),
        (.rulesCheck, "POST /v1/rules/check"), (.rulesActivate, "POST /v1/rules/activate"),
        (.rulesBacktest, "POST /v1/rules/backtest"),
        (.systemHealth, "GET /livez"),
        (.systemHealth, "GET /readyz"), (.systemVerify, "POST /v1/system/verify"),
    ]

    @Test
    func `the routes are those of the protocol`() {
        let routes = Route.all.map { route in
            let query = route.query.sorted().joined(separator: "&")
            let path = "/" + route.path.joined(separator: "/")
            return "\(route.method.rawValue): \(route.verb.rawValue) \(path)"
                + (query.isEmpty ? "" : "?" + query)
        }
        #expect(Set(routes) == Set(Self.contract.map { "\($0.method.rawValue): \($0.resource)" }))
        #expect(routes.count == Set(routes).count)
        #expect(Set(Route.all.map(\.method)) == Set(Method.allCases))
    }

    /// The problem document that a request is answered with.
    private func problem(_ request: HTTPRequest, status: Int) throws -> JSONObject {
        let response = try Doors().response(to: request)
        #expect(response.status == status)
        return try #require(try JSON(parsing: response.body).object)
    }

    @Test(arguments: ["/", "/v1", "/v2/members", "/v1/members/x/y", "/V1/members", "/v1/purchase"])
    func `any other path is an unknown method`(_ path: String) throws {
        let document = try problem(.made(.get, path), status: 404)
        #expect(document["code"] == "unknown_method")
        #expect(document["detail"] == .string("There is no method \"\(path)\"."))
    }

    @Test(arguments: [
        (HTTPMethod.delete, "/v1/members", "GET, HEAD, POST"), (.put, "/v1/holds", "POST"),
        (.get, "/v1/quotes", "POST"), (.post, "/livez", "GET, HEAD"), (.get, "/rpc", "POST"),
        (.get, "/v1/batch", "POST"), (.options, "/v1/members/m_x", "GET, HEAD, PATCH"),
    ])
    func `another HTTP method is answered with those that are allowed`(
        _ method: HTTPMethod, _ path: String, _ allowed: String
    ) throws {
        let response = try Doors().response(to: .made(method, path))
        #expect(response.status == 405)
        #expect(response.fields.first { $0.name == "Allow" }?.value == allowed)
        // RFC 9457, section 3.1.2: the member says the status that was sent.
        #expect(try JSON(parsing: response.body)["status"] == 405)
    }

    @Test(arguments: [
        (HTTPRequest.made(.get, "/livez", query: [("x", "1")]), "/x"),
        (.made(.get, "/v1/members", query: [("kind", "a"), ("kind", "a")]), "/kind"),
        (.made(.post, "/v1/quotes", query: [("member", "m_x")]), "/member"),
        (.made(.get, "/v1/members/m_x/history", query: [("limit", "0")]), "/limit"),
        (.made(.get, "/v1/members/m_x/history", query: [("limit", "ten")]), "/limit"),
        (.made(.get, "/v1/members/m_x/history", query: [("cursor", "9")]), "/cursor"),
        (.made(.get, "/v1/members/m_x/balance", query: [("at", "yesterday")]), "/at"),
        (.made(.post, "/v1/members/m_x/grants", body: #"{"member":"m_x"}"#), "/member"),
        (
            .made(.post, "/v1/members/m_x/grants", body: #"{"points":1,"reason":"r"}"#),
            "/idempotencyKey"
        ),
        (
            .made(
                .post, "/v1/rejoins", fields: [("Idempotency-Key", "a")],
                body: #"{"idempotencyKey":"a"}"#), "/idempotencyKey"
        ),
        (.made(.post, "/v1/holds/x_1/release"), "/hold"),
        (.made(.get, "/v1/purchases/42"), "/purchase"),
        (.made(.post, "/v1/days/tomorrow/close"), "/date"),
        (.made(.post, "/v1/purchases", body: "[]"), ""),
    ])
    func `a parameter that is wrong, unknown or told twice is named`(
        _ request: HTTPRequest, _ pointer: String
    ) throws {
        let document = try problem(request, status: 422)
        #expect(document["code"] == "invalid_params")
        #expect(document["pointer"] == .string(pointer))
    }

    @Test
    func `a body that is no JSON is a parse error`() throws {
        let document = try problem(.made(.post, "/v1/purchases", body: "{,}"), status: 400)
        #expect(document["code"] == "parse_error")
    }

    /// Two lines of a field are not one key: joined they would be a key that nobody sent.
    @Test
    func `a key that is sent twice is refused`() throws {
        let keys = [("Idempotency-Key", "a"), ("idempotency-key", "b")]
        let document = try problem(
            .made(.post, "/v1/members", fields: keys.map { (name: $0.0, value: $0.1) }, body: "{}"),
            status: 422)
        #expect(document["pointer"] == "/idempotencyKey")
    }

    @Test
    func `a search with anything in its body is refused`() throws {
        let document = try problem(
            .made(
                .get, "/v1/members", query: [("kind", "ec_account"), ("value", "a")],
                body: #"{"pionts":1}"#), status: 422)
        #expect(document["pointer"] == "/pionts")
    }

    // MARK: Content types

    private static let health = #"{"jsonrpc":"2.0","id":1,"method":"system.health"}"#

    @Test(arguments: [
        "application/json", "Application/JSON", "application/json; charset=utf-8",
        "application/json ;x=y", "application/x-ndjson",
    ])
    func `a body that says it is JSON is read`(_ type: String) throws {
        let response = try Doors().response(
            to: .made(.post, "/rpc", type: type, body: Self.health))
        #expect(response.status == 200)
    }

    /// What a form on a stranger's page can send is never carried out.
    @Test(
        arguments: [
            "", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data",
            "application/jsonp", "application/json, text/plain", "text/plain; application/json",
        ], ["/rpc", "/v1/batch", "/v1/members"])
    func `a body of any other type is refused`(_ type: String, _ path: String) throws {
        let document = try problem(
            .made(.post, path, type: type, body: Self.health), status: 400)
        #expect(document["code"] == "invalid_request")
        #expect(document["detail"]?.string?.contains("Content-Type: application/json") == true)
    }

    @Test
    func `a body without a type is refused and no body needs none`() throws {
        let untyped = HTTPRequest.made(.post, "/rpc", type: nil, body: Self.health)
        #expect(try problem(untyped, status: 400)["code"] == "invalid_request")
        #expect(try Doors().response(to: .made(.post, "/v1/system/verify")).status == 200)
    }
}
