extension Refusal {
    /// One more field of the error's data.
    package enum Detail: Hashable, Sendable {
        /// A whole number.
        case number(Int64)
        /// Text.
        case text(String)
        /// What is wrong with a set of rules.
        case problems([RulesProblem])
    }

    /// The fields that stand beside the name and the message, in a fixed order.
    package var details: [(name: String, value: Detail)] {
        switch self {
        case .invalidParams(let pointer, let expected):
            [("pointer", .text(pointer)), ("expected", .text(expected))]
        case .payloadTooLarge(let bytesMax): [("bytesMax", .number(Int64(bytesMax)))]
        case .memberWithdrawn(let member), .memberSuspended(let member),
            .memberProvisional(let member), .memberNotWithdrawn(let member):
            [("member", .text(member.description))]
        case .memberMerged(let member, let survivor):
            [("member", .text(member.description)), ("survivor", .text(survivor.description))]
        case .statusConflict(let member, let status, _):
            [("member", .text(member.description)), ("memberStatus", .text(status.rawValue))]
        case .rateLimited(let seconds): [("retryAfter", .number(seconds))]
        case .identityTaken(let kind, let owner), .identityBlocked(let kind, let owner):
            [("kind", .text(kind)), ("member", .text(owner.description))]
        case .identityInvalid(let kind, let expected):
            [("kind", .text(kind)), ("expected", .text(expected))]
        case .policyUnknown(let topic, let version), .consentRequired(let topic, let version):
            topic.details + (version.map { [("version", .text($0))] } ?? [])
        case .offerUnavailable(let offer, let obstacle):
            [("offer", .text(offer)), ("reason", .text(obstacle.rawValue))]
        case .purchaseExists(let purchase), .purchaseClosed(let purchase, _):
            [("purchase", .text(purchase.text(prefix: JournalPosition.purchasePrefix)))]
        case .holdClosed(let hold, let status):
            [
                ("hold", .text(hold.text(prefix: JournalPosition.holdPrefix))),
                ("holdStatus", .text(status.rawValue)),
            ]
        case .holdExpired(let hold):
            [("hold", .text(hold.text(prefix: JournalPosition.holdPrefix)))]
        case .withdrawalBlocked(let member, let held, let pending):
            [
                ("member", .text(member.description)), ("held", .number(held)),
                ("pending", .number(pending)),
            ]
        case .quantityExceedsRemaining(let line, let remaining, let requested):
            [
                ("line", .text(line)), ("remaining", .number(remaining)),
                ("requested", .number(requested)),
            ]
        case .redeemNotAllowed(let max, let min, let unit, _):
            [("max", .number(max)), ("min", .number(min)), ("unit", .number(unit))]
        case .insufficientPoints(let available, let requested):
            [("available", .number(available)), ("requested", .number(requested))]
        case .mergeNotReversible(let member, let spent, _):
            [("member", .text(member.description)), ("spent", .number(spent))]
        case .dayNotClosable(let day, _): [("day", .text(day.description))]
        case .rulesInvalid(let problems):
            [
                ("file", .text(problems.first?.file ?? "")),
                ("pointer", .text(problems.first?.pointer ?? "")),
                ("problems", .problems(problems)),
            ]
        case .forbidden, .idempotencyConflict, .internalFault, .invalidRequest, .lineUnknown,
            .memberUnknown, .parseError, .pointsOutOfRange, .purchaseUnknown, .holdUnknown,
            .busy, .storageFailure, .unknownMethod:
            []
        }
    }
}

extension ConsentTopic {
    fileprivate var details: [(name: String, value: Refusal.Detail)] {
        [("purpose", .text(purpose))] + (company.isEmpty ? [] : [("company", .text(company))])
    }

    /// That nobody asks for a consent, or that there is no such version.
    func unknown(_ version: String?) -> String {
        guard let version else {
            return company.isEmpty
                ? "No company asks for the consent \"\(purpose)\"; consents.json says which do."
                : "\(company) does not ask for the consent \"\(purpose)\"; consents.json says which companies do."
        }
        return
            "There is no version \"\(version)\" of the policy \"\(purpose)\" of \(company); publish it first."
    }
}
