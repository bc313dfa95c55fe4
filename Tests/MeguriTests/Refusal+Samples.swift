import PointsCore

extension Refusal {
    /// One of each kind.
    static let samples: [Refusal] = [
        .parseError("p"), .invalidRequest("p"), .unknownMethod("m"),
        .invalidParams(pointer: "/a", expected: "b"), .payloadTooLarge(bytesMax: 9),
        .idempotencyConflict(key: "k"), .memberUnknown, .purchaseUnknown("p_1"),
        .holdUnknown("h_1"), .lineUnknown("1"), .memberMerged(somebody, survivor: somebody),
        .memberWithdrawn(somebody),
        .memberSuspended(somebody), .memberProvisional(somebody), .memberNotWithdrawn(somebody),
        .statusConflict(somebody, .active, expected: "e"),
        .rateLimited(retryAfterSeconds: 1),
        .withdrawalBlocked(somebody, held: 1, pending: 2),
        .identityTaken(kind: "store_card", owner: somebody),
        .identityBlocked(kind: "store_card", owner: somebody),
        .identityInvalid(kind: "store_card", expected: "e"),
        .policyUnknown(topic, version: "2"), .policyUnknown(topic, version: nil),
        .consentRequired(topic, version: "2"), .offerUnavailable("offers/a", .usedUp),
        .purchaseExists(JournalPosition(7)),
        .purchaseClosed(JournalPosition(7), why: "w"), .holdClosed(JournalPosition(3), .captured),
        .holdExpired(JournalPosition(3)),
        .quantityExceedsRemaining(line: "1", remaining: 2, requested: 3),
        .redeemNotAllowed(max: 9, min: 1, unit: 1, why: "w"),
        .insufficientPoints(available: 300, requested: 500),
        .mergeNotReversible(somebody, spent: 1, why: "w"),
        .dayNotClosable(CivilDate(dayNumber: 20_614), why: "w"),
        .rulesInvalid([RulesProblem(file: "f", pointer: "/a", problem: "p")]),
        .pointsOutOfRange(-1),
        .busy("b"), .storageFailure("s"), .internalFault("i"),
    ]

    private static let topic = ConsentTopic(purpose: "marketing_email", company: "ec-co")
    private static let somebody = MemberID(number: 1, token: 1)
}
