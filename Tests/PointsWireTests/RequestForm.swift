import PointsJSON
import Testing

@testable import PointsWire

/// A method with one way of giving its parameters.
struct RequestForm: Sendable, CustomTestStringConvertible {
    let method: Method
    let variant: String
    let parameters: [Parameter]

    var testDescription: String { method.rawValue + variant }

    init(_ method: Method, _ own: [Parameter], variant: String = "") {
        self.method = method
        self.variant = variant
        let told = Set(own.map(\.name))
        parameters = own + RequestForm.envelope(of: method).filter { !told.contains($0.name) }
    }

    /// What every method takes besides its own.
    private static func envelope(of method: Method) -> [Parameter] {
        let key = Parameter(
            name: "idempotencyKey", form: .key,
            complaintIfMissing: changes.contains(method)
                ? (
                    "/idempotencyKey",
                    "told, because \(method.rawValue) changes something"
                ) : nil)
        return [
            key, .optional("occurredAt", .instant), .optional("channel", .name),
            .optional("store", .name), .optional("terminal", .name), .optional("actor", .name),
        ]
    }

    /// Methods that need a key.
    static let changes: Set<Method> = [
        .memberJoin, .memberLink, .memberUnlink, .memberReplaceIdentity, .memberRegister,
        .memberSuspend, .memberResume, .memberMerge, .memberUnmerge, .memberWithdraw, .memberRejoin,
        .pointsGrant, .pointsAdjust,
        .purchaseRecord, .purchaseConfirm, .purchaseReturn, .purchaseVoid, .purchaseReplace,
        .purchaseReturnWithoutReceipt, .activityRecord, .offerClaim, .holdPlace,
        .memberUpdate, .memberErase,
        .holdRelease, .dayClose, .rulesActivate, .consentRecord, .preferenceSet, .policyPublish,
    ]
}

// MARK: - Every method

extension RequestForm {
    static let all: [RequestForm] = members + consents + points + purchases + others

    private static let profile: [Parameter] =
        ["familyName", "givenName", "familyNameKana", "givenNameKana", "phone", "email"].map {
            .optional($0, .text(bytesMax: 1_000))
        } + [
            .optional("birthDate", .date), .optional("postalCode", .text(bytesMax: 1_000)),
            .optional("address", .text(bytesMax: 1_000)),
        ]

    private static let members: [RequestForm] = [
        RequestForm(
            .memberJoin,
            [
                .optional("identities", .objects(0...50, Parameter.identity(withFlag: true))),
                .optional("provisional", .flag), .optional("profile", .object(profile)),
            ] + givenConsents),
        RequestForm(
            .memberRejoin,
            [
                .required(
                    "identities", .objects(1...50, Parameter.identity(withFlag: true)),
                    orElse: "an array of identities"),
                .optional("profile", .object(profile)),
            ] + givenConsents),
        RequestForm(
            .memberFind,
            [
                .required(
                    "identity", .object(Parameter.identity(withFlag: false)),
                    orElse: "an identity {\"kind\", \"value\"}")
            ]),
        RequestForm(
            .memberList,
            [.required("segment", .name), .optional("limit", .integer(1...500, good: 20))]),
        RequestForm(.offerList, [.required("member", .member)]),
        RequestForm(.offerClaim, [.required("member", .member), .required("offer", .name)]),
        RequestForm(
            .memberGet, [.required("member", .member), .optional("include", .parts)]),
        RequestForm(
            .memberUpdate,
            [
                .required("member", .member),
                .required(
                    "profile", .object(profile),
                    orElse: "an object with the fields that change"),
            ]),
        RequestForm(
            .memberErase, [.required("member", .member), .optional("forget", .flag)]),
        RequestForm(
            .memberExport,
            [
                .required("member", .member), .optional("limit", .integer(1...500, good: 20)),
                .optional("cursor", .id(prefix: "t_")),
            ]),
        search(" by card", [sought("card")]), search(" by phone", [sought("phone")]),
        search(" by name", [sought("familyNameKana"), .optional("givenNameKana", .name)]),
        RequestForm(
            .auditList,
            [
                .optional("member", .member), .optional("by", .name), .optional("from", .instant),
                .optional("to", .instant), .optional("limit", .integer(1...500, good: 20)),
                .optional("cursor", .id(prefix: "l_")),
            ]),
        RequestForm(
            .memberLink,
            [
                .required("member", .member),
                .required(
                    "identity", .object(Parameter.identity(withFlag: true)),
                    orElse: "an identity {\"kind\", \"value\"}"),
            ]),
        RequestForm(
            .memberUnlink,
            [
                .required("member", .member),
                .required(
                    "identity", .object(Parameter.identity(withFlag: true)),
                    orElse: "an identity {\"kind\", \"value\"}"),
            ]),
        RequestForm(
            .memberReplaceIdentity,
            [
                .required("member", .member),
                .required(
                    "identity", .object(Parameter.identity(withFlag: true)),
                    orElse: "an identity {\"kind\", \"value\"}"),
                .optional("with", .object(Parameter.identity(withFlag: true))),
            ]),
        RequestForm(
            .memberRegister,
            [
                .required("member", .member),
                .optional("identities", .objects(0...50, Parameter.identity(withFlag: true))),
                .optional("profile", .object(profile)),
            ]),
        RequestForm(
            .memberSuspend, [.required("member", .member), .required("reason", .name)]),
        RequestForm(
            .memberResume, [.required("member", .member), .optional("reason", .name)]),
        RequestForm(
            .memberMerge, [.required("member", .member), .required("other", .member)]),
        RequestForm(
            .memberUnmerge, [.required("member", .member), .required("other", .member)]),
        RequestForm(
            .memberWithdraw, [.required("member", .member), .required("reason", .name)]),
    ]

    private static func search(_ variant: String, _ parameters: [Parameter]) -> RequestForm {
        RequestForm(.memberSearch, parameters + [.optional("unmasked", .flag)], variant: variant)
    }

    private static func sought(_ name: String) -> Parameter {
        Parameter(
            name: name, form: .name,
            complaintIfMissing: ("/card", "told, or else phone or familyNameKana"))
    }

    private static let points: [RequestForm] = [
        RequestForm(
            .pointsBalance,
            [
                .required("member", .member), .optional("at", .instant),
                .optional("recordedBy", .instant),
            ]),
        RequestForm(
            .pointsHistory,
            [
                .required("member", .member), .optional("limit", .integer(1...500, good: 20)),
                .optional("cursor", .id(prefix: "t_")),
            ]),
        RequestForm(
            .pointsGrant,
            [
                .required("member", .member), .required("points", .points),
                .required("reason", .name), .optional("approvedBy", .name),
                .optional("class", .name),
                .optional("expiresOn", .date),
            ]),
        RequestForm(
            .pointsAdjust,
            [
                .required("member", .member),
                .required(
                    "points", .integer(-1_000_000_000_000...1_000_000_000_000, good: -7)),
                .required("reason", .name), .optional("approvedBy", .name),
            ]),
    ]

    private static func sale(order: Parameter) -> [Parameter] {
        basket + [
            .optional("member", .member), order,
            .optional("redeem", .integer(0...1_000_000_000_000, good: 5)),
            .optional("hold", .id(prefix: "h_")), .optional("paymentMethod", .name),
        ]
    }

    private static let basket: [Parameter] = {
        let line: [Parameter] = [
            .optional("line", .name), .optional("sku", .name), .optional("category", .name),
            .required("quantity", .integer(1...1_000_000, good: 2)),
            .required("amount", .integer(0...1_000_000_000_000, good: 1_078)),
            .required("taxRate", .integer(0...100, good: 10)),
        ]
        return [
            .required("channel", .name, orElse: "the channel in which it happens"),
            .required("amountsIncludeTax", .flag),
            .required("lines", .objects(1...1_000, line)),
        ]
    }()

    private static let pieces = Parameter.optional(
        "lines",
        .objects(
            1...1_000,
            [
                .required("line", .name),
                .required("quantity", .integer(1...1_000_000, good: 1)),
            ]))

    private static func reference(
        _ method: Method, _ more: [Parameter] = []
    ) -> [RequestForm] {
        let complaint = "a purchase's id, or else channel and order"
        let id = Parameter.required("purchase", .id(prefix: "p_"), orElse: complaint)
        let channel = Parameter.required(
            "channel", .name, orElse: "the channel in which the order was made")
        let order = Parameter(
            name: "order", form: .name, complaintIfMissing: ("/purchase", complaint))
        return [
            RequestForm(method, [id] + more, variant: " by id"),
            RequestForm(method, [channel, order] + more, variant: " by order"),
        ]
    }

    private static let purchases: [RequestForm] =
        [
            RequestForm(.purchaseQuote, sale(order: .optional("order", .name))),
            RequestForm(.purchaseRecord, sale(order: .required("order", .name))),
            RequestForm(
                .purchaseReplace,
                [.required("replaces", .replaced, orElse: "an id such as p_42")]
                    + sale(order: .required("order", .name))),
            RequestForm(
                .purchaseReturnWithoutReceipt, [.required("member", .member)] + basket),
        ] + reference(.purchaseGet, [.optional("explain", .language)])
        + reference(.purchaseConfirm, [pieces])
        + reference(.purchaseVoid) + reference(.purchaseReturn, [pieces])

    private static let others: [RequestForm] = [
        RequestForm(
            .activityRecord,
            [
                .required("member", .member), .required("activity", .name),
                .optional("subject", .name), .optional("reference", .name),
            ]),
        RequestForm(
            .holdPlace,
            [
                .required("member", .member), .required("points", .points),
                .optional("order", .name), .optional("expiresAt", .instant),
            ]),
        RequestForm(.holdRelease, [.required("hold", .id(prefix: "h_"))]),
        RequestForm(.holdGet, [.required("hold", .id(prefix: "h_"))]),
        RequestForm(.dayClose, [.required("date", .date)]),
        RequestForm(.rulesCurrent, [.optional("at", .instant)]),
        RequestForm(.rulesCheck, [.required("files", .files)]),
        RequestForm(
            .rulesBacktest,
            [.required("from", .date), .required("to", .date), .required("files", .files)]),
        RequestForm(
            .rulesActivate,
            [
                .required("files", .files), .optional("effectiveFrom", .instant),
                .optional("reason", .name),
            ]),
        RequestForm(.systemHealth, []),
        RequestForm(.systemVerify, []),
    ]
}
