package import PointsCore

/// The JSON-RPC 2.0 codes of the errors, section 5.1 of that specification.
///
/// Errors that JSON-RPC itself knows have its codes; the others have one each below −32000, never reused.
package enum RPCError {
    /// The code of an error.
    package static func code(of error: ErrorCode) -> Int64 {
        switch error {
        case .parseError: -32_700
        case .invalidRequest: -32_600
        case .unknownMethod: -32_601
        case .invalidParams: -32_602
        case .internal: -32_603
        case .unauthenticated: -32_001
        case .forbidden: -32_002
        case .payloadTooLarge: -32_003
        case .rateLimited: -32_004
        case .idempotencyConflict: -32_005
        case .memberUnknown: -32_006
        case .purchaseUnknown: -32_007
        case .holdUnknown: -32_008
        case .lineUnknown: -32_009
        case .insufficientPoints: -32_010
        case .policyUnknown: -32_011
        case .memberMerged: -32_012
        case .memberWithdrawn: -32_013
        case .memberSuspended: -32_014
        case .memberProvisional: -32_015
        case .withdrawalBlocked: -32_016
        case .identityTaken: -32_017
        case .identityInvalid: -32_018
        case .purchaseExists: -32_019
        case .purchaseClosed: -32_020
        case .holdClosed: -32_021
        case .holdExpired: -32_022
        case .quantityExceedsRemaining: -32_023
        case .redeemNotAllowed: -32_024
        case .mergeNotReversible: -32_025
        case .dayNotClosable: -32_026
        case .rulesInvalid: -32_027
        case .pointsOutOfRange: -32_028
        case .busy: -32_029
        case .storageFailure: -32_030
        case .consentRequired: -32_033
        case .statusConflict: -32_031
        case .identityBlocked: -32_032
        case .offerUnavailable: -32_034
        }
    }
}
