internal import PointsCore

/// The HTTP status of each error.
enum StatusTable {
    static func status(of error: ErrorCode) -> Int {
        switch error {
        case .parseError, .invalidRequest: 400
        case .unauthenticated: 401
        case .forbidden: 403
        case .unknownMethod, .memberUnknown, .purchaseUnknown, .holdUnknown, .lineUnknown,
            .policyUnknown:
            404
        case .idempotencyConflict, .memberMerged, .memberWithdrawn, .memberSuspended,
            .memberProvisional, .statusConflict, .withdrawalBlocked, .identityTaken,
            .identityBlocked, .consentRequired, .offerUnavailable, .purchaseExists,
            .purchaseClosed, .holdClosed, .holdExpired, .quantityExceedsRemaining,
            .insufficientPoints, .mergeNotReversible, .dayNotClosable:
            409
        case .payloadTooLarge: 413
        case .invalidParams, .identityInvalid, .redeemNotAllowed, .rulesInvalid,
            .pointsOutOfRange:
            422
        case .rateLimited: 429
        case .internal: 500
        case .busy, .storageFailure: 503
        }
    }
}
