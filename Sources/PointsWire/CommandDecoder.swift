package import PointsCore
package import PointsJSON

/// Turns a method's name and its parameters into a command: the one place where either door's words are understood.
package enum CommandDecoder {
    /// The command that a request asks for.
    ///
    /// - Throws: ``Refusal/unknownMethod(_:)``, or ``Refusal/invalidParams(pointer:expected:)`` with a JSON Pointer (RFC 6901)
    ///   to the first parameter that is missing, wrong or unknown.
    package static func command(
        method name: String, params: JSONObject
    ) throws(Refusal) -> Command {
        guard let method = Method(rawValue: name) else { throw .unknownMethod(name) }
        var reader = ParameterReader(params)
        // The channel of a purchase that is named by its order says where that is, too.
        var envelope = try envelope(of: method, from: &reader)
        let action = try action(of: method, from: &reader, channel: envelope.channel)
        try reader.finish()
        if action.isChange {
            guard !envelope.idempotencyKey.isEmpty else {
                throw reader.refusal(
                    "idempotencyKey", "told, because \(name) changes something")
            }
            var content = params
            content["idempotencyKey"] = nil
            envelope.content = JSON.object(content).canonicalBytes()
        }
        return Command(envelope: envelope, action: action)
    }

    private static func envelope(
        of method: Method, from reader: inout ParameterReader
    ) throws(Refusal) -> Envelope {
        Envelope(
            method: method.rawValue,
            idempotencyKey: try reader.optionalKey("idempotencyKey") ?? "",
            occurredAt: try reader.optionalInstant("occurredAt"),
            channel: try reader.optionalText("channel"), store: try reader.optionalText("store"),
            terminal: try reader.optionalText("terminal"),
            actor: try reader.optionalText("actor"))
    }

    private static func action(
        of method: Method, from reader: inout ParameterReader, channel: String?
    ) throws(Refusal) -> Action {
        switch method {
        case .memberJoin, .memberFind, .memberGet, .memberLink, .memberUnlink,
            .memberReplaceIdentity, .memberRegister, .memberSuspend, .memberResume, .memberMerge,
            .memberUnmerge, .memberWithdraw, .memberRejoin:
            return try memberAction(of: method, from: &reader)
        case .consentRecord, .consentList, .policyPublish, .preferenceSet:
            return try consentAction(of: method, from: &reader)
        case .memberUpdate, .memberErase, .memberExport, .memberSearch, .auditList:
            return try peopleAction(of: method, from: &reader)
        case .pointsBalance, .pointsHistory, .pointsGrant, .pointsAdjust:
            return try pointsAction(of: method, from: &reader)
        case .purchaseQuote: return .quote(try sale(from: &reader, needsOrder: false))
        case .purchaseRecord: return .record(try sale(from: &reader, needsOrder: true))
        case .purchaseGet:
            return .getPurchase(
                try purchase(from: &reader, channel: channel),
                explaining: try reader.optionalWord("explain", Language.self))
        case .purchaseConfirm:
            let purchase = try purchase(from: &reader, channel: channel)
            return .confirm(
                ConfirmPurchase(purchase: purchase, pieces: try pieces(from: &reader)))
        case .purchaseReplace:
            let replaced = try replaced(from: &reader)
            return .replace(replaced, with: try sale(from: &reader, needsOrder: true))
        case .purchaseReturnWithoutReceipt:
            let member = try reader.member("member")
            return .returnUnreceipted(member, try basket(from: &reader))
        case .purchaseVoid: return .void(try purchase(from: &reader, channel: channel))
        case .purchaseReturn:
            let purchase = try purchase(from: &reader, channel: channel)
            return .returnPurchase(
                ReturnPurchase(purchase: purchase, pieces: try pieces(from: &reader)))
        case .activityRecord:
            return .recordActivity(
                RecordActivity(
                    member: try reader.member("member"), activity: try reader.text("activity"),
                    subject: try reader.optionalText("subject"),
                    reference: try reader.optionalText("reference")))
        case .memberList, .offerList, .offerClaim: return try offerAction(of: method, from: &reader)
        case .holdPlace:
            return .placeHold(
                PlaceHold(
                    member: try reader.member("member"),
                    points: try reader.integer("points", in: 1...Points.max.count),
                    order: try reader.optionalText("order"),
                    expiresAt: try reader.optionalInstant("expiresAt")))
        case .holdRelease: return .releaseHold(try hold(from: &reader))
        case .holdGet: return .getHold(try hold(from: &reader))
        case .dayClose: return .closeDay(try reader.date("date"))
        case .rulesCurrent: return .currentRules(at: try reader.optionalInstant("at"))
        case .rulesCheck: return .checkRules(try reader.files("files"))
        case .rulesBacktest:
            let (from, to) = (try reader.date("from"), try reader.date("to"))
            guard from <= to else { throw reader.refusal("to", "the day of \"from\", or later") }
            return .rehearseRules(
                RehearseRules(content: try reader.files("files"), days: from...to))
        case .rulesActivate:
            return .activateRules(
                ActivateRules(
                    content: try reader.files("files"),
                    effectiveFrom: try reader.optionalInstant("effectiveFrom"),
                    reason: try reader.optionalText("reason")))
        case .systemHealth: return .health
        case .systemVerify: return .verify
        }
    }

    private static func pieces(
        from reader: inout ParameterReader
    ) throws(Refusal) -> [NamedPieces]? {
        try reader.optionalObjects("lines", count: 1...WireLimits.piecesMax) {
            line throws(Refusal) in
            NamedPieces(
                line: try line.text("line"),
                quantity: try line.integer("quantity", in: 1...CoreLimits.lineQuantityMax))
        }
    }

    private static func hold(
        from reader: inout ParameterReader
    ) throws(Refusal) -> JournalPosition {
        try reader.position("hold", prefix: JournalPosition.holdPrefix)
    }
}
