@testable import PointsWire

// MARK: - Consents

extension RequestForm {
    /// What a person answers, and how that is proven.
    static let givenConsents: [Parameter] = [
        .optional("consents", .objects(1...100, answer)),
        .optional("evidence", .object(evidence)),
    ]

    private static let answer: [Parameter] = [
        .required("purpose", .name), .required("company", .name), .required("version", .name),
        .required("granted", .flag),
    ]

    private static let evidence: [Parameter] =
        ["place", "text", "form", "ip", "userAgent", "note"].map {
            .optional($0, .text(bytesMax: 1_000))
        }

    static let consents: [RequestForm] = [
        RequestForm(
            .consentRecord,
            [
                .required("member", .member), .required("consents", .objects(1...100, answer)),
                .optional("evidence", .object(evidence)),
            ]),
        RequestForm(
            .consentList,
            [
                .required("member", .member), .optional("limit", .integer(1...500, good: 20)),
                .optional("cursor", .id(prefix: "t_")),
            ]),
        RequestForm(
            .preferenceSet, [.required("member", .member), .required("preferences", .switches)]),
        RequestForm(
            .policyPublish,
            [
                .required("purpose", .name), .optional("company", .name),
                .required("version", .name), .optional("reconsent", .flag),
                .optional("url", .address), .optional("sha256", .digest),
                .optional("effectiveFrom", .instant),
            ]),
    ]
}
