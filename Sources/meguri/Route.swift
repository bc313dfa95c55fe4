internal import PointsHTTP
internal import PointsJSON
internal import PointsWire

/// A resource of the HTTP door and the method that it stands for.
struct Route {
    /// The HTTP method.
    let verb: HTTPMethod
    /// The path; a name in braces takes a segment as the parameter of that name.
    let path: [Substring]
    /// What it asks for.
    let method: Method
    /// Query parameters that it takes.
    let query: Set<String>
    /// A query parameter that has to be there, where one path stands for several methods.
    let marker: String?

    init(
        _ verb: HTTPMethod, _ path: String, _ method: Method, query: Set<String> = [],
        marker: String? = nil
    ) {
        self.verb = verb
        self.path = path.split(separator: "/")
        self.method = method
        self.query = query
        self.marker = marker
    }

    /// Every resource.
    ///
    /// The path decides, then the HTTP method, then the marker.
    static let all: [Route] = [
        Route(.get, "/livez", .systemHealth),
        Route(.get, "/readyz", .systemHealth),
        Route(.post, "/v1/system/verify", .systemVerify),
        Route(.post, "/v1/members", .memberJoin),
        Route(
            .get, "/v1/members", .memberList, query: ["segment", "include", "limit", "cursor"],
            marker: "segment"),
        Route(.get, "/v1/members", .memberFind, query: identityNames),
        Route(.get, "/v1/members/{member}", .memberGet, query: ["include"]),
        Route(.patch, "/v1/members/{member}", .memberUpdate),
        Route(.post, "/v1/members/{member}/erasure", .memberErase),
        Route(.get, "/v1/members/{member}/export", .memberExport, query: ["limit", "cursor"]),
        // In a body: names and numbers of people are kept out of the logs of whatever stands before the server.
        Route(.post, "/v1/members/search", .memberSearch),
        Route(
            .get, "/v1/audit", .auditList,
            query: ["member", "by", "from", "to", "limit", "cursor"]),
        Route(.post, "/v1/members/{member}/identities", .memberLink),
        Route(
            .delete, "/v1/members/{member}/identities", .memberUnlink, query: identityNames),
        Route(
            .post, "/v1/members/{member}/identities/replacement", .memberReplaceIdentity),
        Route(.post, "/v1/members/{member}/registration", .memberRegister),
        Route(.post, "/v1/members/{member}/suspension", .memberSuspend),
        Route(.delete, "/v1/members/{member}/suspension", .memberResume),
        Route(.post, "/v1/members/{member}/merge", .memberMerge),
        Route(.post, "/v1/members/{member}/unmerge", .memberUnmerge),
        Route(.post, "/v1/members/{member}/withdrawal", .memberWithdraw),
        Route(.post, "/v1/rejoins", .memberRejoin),
        Route(.post, "/v1/members/{member}/consents", .consentRecord),
        Route(.get, "/v1/members/{member}/consents", .consentList, query: ["limit", "cursor"]),
        Route(.put, "/v1/members/{member}/preferences", .preferenceSet),
        Route(.get, "/v1/members/{member}/offers", .offerList),
        // In a body: the id of an offer has a slash.
        Route(.post, "/v1/members/{member}/offers/claims", .offerClaim),
        Route(.post, "/v1/policies", .policyPublish),
        Route(
            .get, "/v1/members/{member}/balance", .pointsBalance, query: ["at", "recordedBy"]),
        Route(.get, "/v1/members/{member}/history", .pointsHistory, query: ["limit", "cursor"]),
        Route(.post, "/v1/members/{member}/grants", .pointsGrant),
        Route(.post, "/v1/members/{member}/adjustments", .pointsAdjust),
        Route(.post, "/v1/quotes", .purchaseQuote),
        Route(.post, "/v1/purchases", .purchaseRecord),
        Route(.get, "/v1/purchases", .purchaseGet, query: ["channel", "order", "explain"]),
        Route(.get, "/v1/purchases/{purchase}", .purchaseGet, query: ["explain"]),
        Route(.post, "/v1/purchases/{purchase}/confirmation", .purchaseConfirm),
        Route(.post, "/v1/purchases/{purchase}/returns", .purchaseReturn),
        Route(.post, "/v1/purchases/{purchase}/void", .purchaseVoid),
        Route(.post, "/v1/voids", .purchaseVoid),
        Route(.post, "/v1/purchases/{replaces}/replacement", .purchaseReplace),
        Route(.post, "/v1/returns", .purchaseReturnWithoutReceipt),
        Route(.post, "/v1/activities", .activityRecord),
        Route(.post, "/v1/holds", .holdPlace),
        Route(.get, "/v1/holds/{hold}", .holdGet),
        Route(.post, "/v1/holds/{hold}/release", .holdRelease),
        Route(.post, "/v1/days/{date}/close", .dayClose),
        Route(.get, "/v1/rules", .rulesCurrent, query: ["at"]),
        Route(.post, "/v1/rules/check", .rulesCheck),
        Route(.post, "/v1/rules/activate", .rulesActivate),
        Route(.post, "/v1/rules/backtest", .rulesBacktest),
    ]

    /// Query parameters that together are the parameter `identity`.
    static let identityNames: Set<String> = ["kind", "value"]

    /// Whether an identity may stand in the query.
    var takesIdentity: Bool { query.isSuperset(of: Route.identityNames) }
    /// Query parameters that every `GET` takes.
    static let place: Set = ["channel", "store", "terminal", "actor"]

    /// A query parameter's value: text, or a number where it is spelt like one and the parameter is one.
    static func value(of item: QueryItem) -> JSON {
        let isDigits = item.value.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard item.name == "limit", isDigits, let number = Int64(item.value) else {
            return .string(item.value)
        }
        return .integer(number)
    }

    /// The parameters that the segments of a path give; `nil` if the path is another.
    func parameters(in segments: [String]) -> JSONObject? {
        guard segments.count == path.count else { return nil }
        var parameters = JSONObject()
        for (pattern, segment) in zip(path, segments) {
            if pattern.hasPrefix("{") {
                parameters[String(pattern.dropFirst().dropLast())] = .string(segment)
            } else if pattern != segment {
                return nil
            }
        }
        return parameters
    }
}
