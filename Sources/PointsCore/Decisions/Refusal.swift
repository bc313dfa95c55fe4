/// Why a command is not carried out.
///
/// Nothing is written, and the next command is judged on its own.
package enum Refusal: Error, Hashable, Sendable {
    /// The bytes are not strict JSON.
    case parseError(String)
    /// The JSON is no request of this protocol.
    case invalidRequest(String)
    /// The program, or whoever asks, may not do this.
    case forbidden(String)
    /// There is no method of this name.
    case unknownMethod(String)
    /// The parameter at the JSON Pointer is not what it should be.
    case invalidParams(pointer: String, expected: String)
    /// A request has more bytes than it may.
    case payloadTooLarge(bytesMax: Int)
    /// Too many searches came; one more is allowed in so many seconds.
    case rateLimited(retryAfterSeconds: Int64)
    /// The key was used before with other content.
    case idempotencyConflict(key: String)
    /// No member has this id or identity.
    case memberUnknown
    /// No purchase has this id, or this order number in its channel.
    case purchaseUnknown(String)
    /// No hold has this id.
    case holdUnknown(String)
    /// The purchase has no such line.
    case lineUnknown(String)
    /// Nobody published this version, or nobody asks for this consent.
    case policyUnknown(ConsentTopic, version: String?)
    /// The member became part of the second.
    case memberMerged(MemberID, survivor: MemberID)
    /// The member has left.
    case memberWithdrawn(MemberID)
    /// The member is barred.
    case memberSuspended(MemberID)
    /// The member has not registered, and the program asks for that.
    case memberProvisional(MemberID)
    /// The member cannot come back, having never left.
    case memberNotWithdrawn(MemberID)
    /// The member stands elsewhere than the command needs.
    case statusConflict(MemberID, MemberStatus, expected: String)
    /// Open holds or pending points forbid leaving.
    case withdrawalBlocked(MemberID, held: Int64, pending: Int64)
    /// The identity belongs to this member.
    case identityTaken(kind: String, owner: MemberID)
    /// The identity of this member was reported lost.
    case identityBlocked(kind: String, owner: MemberID)
    /// The value is not of its kind's form, or there is no such kind.
    case identityInvalid(kind: String, expected: String)
    /// Without this consent it is not done; the version is the one that counts, if the consent is asked for at all.
    case consentRequired(ConsentTopic, version: String?)
    /// The member does not get the offer.
    case offerUnavailable(String, OfferObstacle)
    /// The order was recorded before, as this purchase.
    case purchaseExists(JournalPosition)
    /// Nothing more can happen to the purchase.
    case purchaseClosed(JournalPosition, why: String)
    /// The hold has ended like this.
    case holdClosed(JournalPosition, HoldStatus)
    /// The hold ran out of time.
    case holdExpired(JournalPosition)
    /// More comes back than is left of a line.
    case quantityExceedsRemaining(line: String, remaining: Int64, requested: Int64)
    /// The basket cannot be paid with so many points.
    case redeemNotAllowed(max: Int64, min: Int64, unit: Int64, why: String)
    /// There are not so many points to spend.
    case insufficientPoints(available: Int64, requested: Int64)
    /// Who became part of another cannot come apart: so many points have been used.
    case mergeNotReversible(MemberID, spent: Int64, why: String)
    /// The day cannot be closed.
    case dayNotClosable(CivilDate, why: String)
    /// The rules have mistakes: all of them, in the order of files and places.
    case rulesInvalid([RulesProblem])
    /// A balance would leave 0…10¹².
    case pointsOutOfRange(Int64)
    /// Too much waits already; nothing was written.
    case busy(String)
    /// The disk failed; whether the command was kept shows when it is sent again under its key.
    case storageFailure(String)
    /// The engine contradicts itself.
    case internalFault(String)
}

extension Refusal {
    /// The stable name.
    package var code: ErrorCode {
        switch self {
        case .parseError: .parseError
        case .invalidRequest: .invalidRequest
        case .forbidden: .forbidden
        case .unknownMethod: .unknownMethod
        case .invalidParams: .invalidParams
        case .payloadTooLarge: .payloadTooLarge
        case .rateLimited: .rateLimited
        case .idempotencyConflict: .idempotencyConflict
        case .memberUnknown: .memberUnknown
        case .purchaseUnknown: .purchaseUnknown
        case .holdUnknown: .holdUnknown
        case .lineUnknown: .lineUnknown
        case .policyUnknown: .policyUnknown
        case .memberMerged: .memberMerged
        case .memberWithdrawn: .memberWithdrawn
        case .memberSuspended: .memberSuspended
        case .memberProvisional: .memberProvisional
        case .memberNotWithdrawn: .identityTaken
        case .statusConflict: .statusConflict
        case .withdrawalBlocked: .withdrawalBlocked
        case .identityTaken: .identityTaken
        case .identityBlocked: .identityBlocked
        case .identityInvalid: .identityInvalid
        case .consentRequired: .consentRequired
        case .offerUnavailable: .offerUnavailable
        case .purchaseExists: .purchaseExists
        case .purchaseClosed: .purchaseClosed
        case .holdClosed: .holdClosed
        case .holdExpired: .holdExpired
        case .quantityExceedsRemaining: .quantityExceedsRemaining
        case .redeemNotAllowed: .redeemNotAllowed
        case .insufficientPoints: .insufficientPoints
        case .mergeNotReversible: .mergeNotReversible
        case .dayNotClosable: .dayNotClosable
        case .rulesInvalid: .rulesInvalid
        case .pointsOutOfRange: .pointsOutOfRange
        case .busy: .busy
        case .storageFailure: .storageFailure
        case .internalFault: .internal
        }
    }

    /// Whether the same request may succeed later without a change.
    package var isRetryable: Bool {
        switch code {
        case .busy, .storageFailure, .rateLimited: true
        default: false
        }
    }

    /// What is wrong, where and what to do, in one or two sentences.
    package var message: String {
        switch self {
        case .parseError(let problem): "The request is not JSON as RFC 8259 has it: \(problem)."
        case .invalidRequest(let problem): "This is no request of the protocol: \(problem)."
        case .forbidden(let why): why
        case .unknownMethod(let name): "There is no method \"\(name)\"."
        case .invalidParams(let pointer, let expected):
            pointer.isEmpty
                ? "The parameters should be \(expected)." : "\(pointer) should be \(expected)."
        case .payloadTooLarge(let bytesMax): "A request may have \(bytesMax) bytes."
        case .rateLimited(let seconds):
            "Too many searches came from here. Search again in \(seconds) s."
        case .idempotencyConflict(let key):
            "The key \"\(key)\" was used before for another request. Send a new request under a new key."
        case .memberUnknown: "No member has this id or identity."
        case .purchaseUnknown(let name): "There is no purchase \(name)."
        case .holdUnknown(let name): "There is no hold \(name)."
        case .lineUnknown(let line): "The purchase has no line \"\(line)\"."
        case .policyUnknown(let topic, let version): topic.unknown(version)
        case .memberMerged(_, let survivor):
            "The member became part of \(survivor), who answers for them."
        case .memberWithdrawn: "The member has left; member.rejoin brings them back."
        case .memberSuspended: "The member is suspended; member.resume ends that."
        case .memberProvisional: "The card is not registered yet; member.register does that."
        case .memberNotWithdrawn: "The person is a member already and has not left."
        case .statusConflict(_, let status, let expected):
            "The member is \(status.rawValue); \(expected)."
        case .withdrawalBlocked(_, let held, let pending):
            "\(held) points are held and \(pending) are pending. Release the holds and settle the orders first."
        case .identityTaken(let kind, _):
            "This \(kind) belongs to another member. If both are one person, use member.merge."
        case .identityBlocked(let kind, _):
            "This \(kind) was reported lost. Ask who presents it for another, or name the member by id."
        case .identityInvalid(let kind, let expected):
            "The value of the \(kind) should be \(expected)."
        case .consentRequired(let topic, _):
            "This needs the consent \"\(topic.purpose)\" of \(topic.company); ask for it and send it along."
        case .offerUnavailable(let offer, let obstacle):
            "The offer \(offer) is not there for the member: \(obstacle.sentence)."
        case .purchaseExists(let purchase):
            "The order is recorded as \(purchase.text(prefix: JournalPosition.purchasePrefix))."
        case .purchaseClosed(_, let why): why
        case .holdClosed(_, let status): "The hold was \(status.rawValue)."
        case .holdExpired: "The hold ran out of time and no longer binds; place a new one."
        case .quantityExceedsRemaining(let line, let remaining, let requested):
            "Of line \"\(line)\" \(remaining) are left; \(requested) were to come back."
        case .redeemNotAllowed(_, _, _, let why): why
        case .insufficientPoints(let available, let requested):
            "The member holds \(available) points; \(requested) were asked for."
        case .mergeNotReversible(_, _, let why): "The two cannot be parted: \(why)."
        case .dayNotClosable(_, let why): why
        case .rulesInvalid(let problems):
            (problems.first?.description ?? "The rules cannot be used")
                + (problems.count > 1 ? "; and \(problems.count - 1) more" : "")
        case .pointsOutOfRange(let count):
            "A balance holds 0 to 1,000,000,000,000 points; this would make it \(count)."
        case .busy(let why): why
        case .storageFailure(let problem):
            "The database failed (\(problem)). Whether the command was kept is settled by sending it again under its key."
        case .internalFault(let problem): "The engine contradicts itself: \(problem)"
        }
    }
}
