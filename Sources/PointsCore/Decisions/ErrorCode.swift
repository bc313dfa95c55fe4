/// The name of a refusal or failure: one meaning, one HTTP status, one JSON-RPC code, never renamed, never reused.
///
/// Declared in the order in which they are given when several apply.
package enum ErrorCode: String, Hashable, Sendable, CaseIterable {
    /// Not JSON.
    case parseError = "parse_error"
    /// JSON, but no request of this protocol.
    case invalidRequest = "invalid_request"
    /// No key, or a bad one.
    case unauthenticated
    /// The key lacks the scope.
    case forbidden
    /// No method of that name.
    case unknownMethod = "unknown_method"
    /// A parameter is missing, unknown or wrong.
    case invalidParams = "invalid_params"
    /// Too many bytes.
    case payloadTooLarge = "payload_too_large"
    /// Too many requests.
    case rateLimited = "rate_limited"
    /// The key was used before with other content.
    case idempotencyConflict = "idempotency_conflict"
    /// No such member.
    case memberUnknown = "member_unknown"
    /// No such purchase.
    case purchaseUnknown = "purchase_unknown"
    /// No such hold.
    case holdUnknown = "hold_unknown"
    /// No such line in the purchase.
    case lineUnknown = "line_unknown"
    /// No such policy.
    case policyUnknown = "policy_unknown"
    /// The member became part of another.
    case memberMerged = "member_merged"
    /// The member has left.
    case memberWithdrawn = "member_withdrawn"
    /// The member is barred.
    case memberSuspended = "member_suspended"
    /// The member has not registered.
    case memberProvisional = "member_provisional"
    /// The command does not suit where the member stands.
    case statusConflict = "status_conflict"
    /// Open holds or pending points forbid leaving.
    case withdrawalBlocked = "withdrawal_blocked"
    /// The identity belongs to another member.
    case identityTaken = "identity_taken"
    /// The identity was reported lost.
    case identityBlocked = "identity_blocked"
    /// The identity is not of its kind's form.
    case identityInvalid = "identity_invalid"
    /// A consent is missing without which this is not done.
    case consentRequired = "consent_required"
    /// The member does not get the offer.
    case offerUnavailable = "offer_unavailable"
    /// The order was recorded before.
    case purchaseExists = "purchase_exists"
    /// Nothing more can happen to the purchase.
    case purchaseClosed = "purchase_closed"
    /// The hold was captured or released.
    case holdClosed = "hold_closed"
    /// The hold ran out of time.
    case holdExpired = "hold_expired"
    /// More comes back than is left.
    case quantityExceedsRemaining = "quantity_exceeds_remaining"
    /// The basket cannot be paid like this.
    case redeemNotAllowed = "redeem_not_allowed"
    /// There are not so many points.
    case insufficientPoints = "insufficient_points"
    /// The merge cannot be undone.
    case mergeNotReversible = "merge_not_reversible"
    /// The day cannot be closed yet.
    case dayNotClosable = "day_not_closable"
    /// The rules have a mistake.
    case rulesInvalid = "rules_invalid"
    /// A balance would pass 10¹².
    case pointsOutOfRange = "points_out_of_range"
    /// Too much waits; nothing was written.
    case busy
    /// The disk failed.
    case storageFailure = "storage_failure"
    /// A fault of the engine.
    case `internal`
}
