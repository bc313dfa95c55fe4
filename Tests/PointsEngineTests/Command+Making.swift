import PointsCore
import PointsEngine
import Testing

// MARK: - Commands in few words

extension Command {
    /// A change under a key; its content is everything that it says besides the key.
    static func change(
        _ key: String, _ method: String, _ action: Action, at: Instant? = nil,
        channel: String? = nil
    ) -> Command {
        Command(
            envelope: Envelope(
                method: method, idempotencyKey: key,
                content: Array("\(action) \(String(describing: at)) \(channel ?? "")".utf8),
                occurredAt: at, channel: channel),
            action: action)
    }

    static func join(
        _ key: String, card: String, provisional: Bool = false, profile: Profile? = nil,
        at: Instant? = nil
    ) -> Command {
        .join(
            key, [IdentityClaim(kind: "store_card", value: card)], provisional: provisional,
            profile: profile, at: at)
    }

    static func join(
        _ key: String, _ claims: [IdentityClaim], provisional: Bool = false,
        profile: Profile? = nil, at: Instant? = nil
    ) -> Command {
        .change(
            key, "member.join",
            .join(JoinMember(identities: claims, isProvisional: provisional, profile: profile)),
            at: at)
    }

    static func link(_ key: String, _ member: MemberReference, _ claim: IdentityClaim) -> Command {
        .change(key, "member.link", .link(member, claim))
    }

    static func withdraw(
        _ key: String, _ member: MemberReference, preview: Bool = false, at: Instant? = nil
    ) -> Command {
        .change(
            key, "member.withdraw",
            .withdraw(WithdrawMember(member: member, reason: "moved", isPreview: preview)), at: at)
    }

    static func rejoin(_ key: String, card: String, at: Instant? = nil) -> Command {
        .change(
            key, "member.rejoin",
            .rejoin(
                RejoinMember(
                    identities: [IdentityClaim(kind: "store_card", value: card)], profile: nil)),
            at: at)
    }

    static func grant(
        _ key: String, to card: String, _ points: Int64, expiresOn: CivilDate? = nil,
        at: Instant? = nil
    ) -> Command {
        .change(
            key, "points.grant",
            .grant(
                GrantPoints(
                    member: .card(card), points: points, reason: "test", expiresOn: expiresOn)),
            at: at)
    }

    static func adjust(
        _ key: String, _ card: String, by points: Int64, at: Instant? = nil
    ) -> Command {
        .change(
            key, "points.adjust",
            .adjust(AdjustPoints(member: .card(card), points: points, reason: "test")), at: at)
    }

    static func hold(
        _ key: String, _ card: String, _ points: Int64, until: Instant? = nil, at: Instant? = nil
    ) -> Command {
        .change(
            key, "hold.place",
            .placeHold(
                PlaceHold(member: .card(card), points: points, order: nil, expiresAt: until)),
            at: at)
    }

    static func release(
        _ key: String, _ hold: JournalPosition, at: Instant? = nil
    ) -> Command {
        .change(key, "hold.release", .releaseHold(hold), at: at)
    }
}

// MARK: - Sales

extension Command {
    /// A sale of one line with 10 % tax in it; `quantity` pieces, so that some of them can come back.
    static func sale(
        _ key: String, to card: String?, order: String, yen: Int64, quantity: Int64 = 1,
        redeem: Int64? = nil, hold: JournalPosition? = nil, channel: String? = "store",
        at: Instant? = nil
    ) -> Command {
        let line = BasketLine(
            name: "1", quantity: quantity, amount: Yen(yen), taxRate: 10)
        return .change(
            key, "purchase.record",
            .record(
                Sale(
                    member: card.map { .card($0) }, order: order,
                    basket: Basket(lines: [line], amountsIncludeTax: true), redeem: redeem,
                    hold: hold)),
            at: at, channel: channel)
    }

    static func confirm(
        _ key: String, _ order: String, channel: String = "ec", at: Instant? = nil
    ) -> Command {
        .change(
            key, "purchase.confirm",
            .confirm(
                ConfirmPurchase(purchase: .order(channel: channel, order: order), pieces: nil)),
            at: at)
    }

    static func takeBack(
        _ key: String, _ order: String, pieces: Int64?, channel: String = "store",
        line: String = "1", at: Instant? = nil
    ) -> Command {
        .change(
            key, "purchase.return",
            .returnPurchase(
                ReturnPurchase(
                    purchase: .order(channel: channel, order: order),
                    pieces: pieces.map { [NamedPieces(line: line, quantity: $0)] })),
            at: at)
    }

    static func void(
        _ key: String, _ order: String, channel: String = "store", at: Instant? = nil
    ) -> Command {
        .change(key, "purchase.void", .void(.order(channel: channel, order: order)), at: at)
    }

    static func close(_ key: String, _ day: String, at: Instant? = nil) -> Command {
        .change(key, "day.close", .closeDay(.day(day)), at: at)
    }
}

// MARK: - Rules

extension Command {
    static func activate(
        _ key: String, _ rules: RulesSource, from moment: Instant? = nil, reason: String? = nil
    ) -> Command {
        .change(
            key, "rules.activate",
            .activateRules(
                ActivateRules(content: rules.content, effectiveFrom: moment, reason: reason)))
    }

    static func rules(at moment: Instant? = nil) -> Command {
        Command(envelope: Envelope(method: "rules.current"), action: .currentRules(at: moment))
    }
}

// MARK: - Questions and imports

extension Command {
    static let verify = Command(envelope: Envelope(method: "system.verify"), action: .verify)

    static func balance(
        of card: String, at: Instant? = nil, recordedBy: Instant? = nil
    ) -> Command {
        Command(
            envelope: Envelope(method: "points.balance"),
            action: .balance(.card(card), at: at, recordedBy: recordedBy))
    }

    static func member(_ reference: MemberReference) -> Command {
        Command(
            envelope: Envelope(method: "member.get"), action: .getMember(reference, including: []))
    }

    static func hold(_ id: JournalPosition) -> Command {
        Command(envelope: Envelope(method: "hold.get"), action: .getHold(id))
    }

    static func history(_ card: String, limit: Int, from: JournalPosition? = nil) -> Command {
        Command(
            envelope: Envelope(method: "points.history"),
            action: .history(HistoryPage(member: .card(card), limit: limit, from: from)))
    }

    static func importing(
        _ key: String, _ claims: [IdentityClaim], points: Int64, debt: Int64 = 0
    ) -> Command {
        let terms = LotTerms(
            pointClass: .standard, company: "store-co", grantedOn: .day("2026-01-05"),
            expiresOn: .day("2027-01-31"))
        return .change(
            key, "points.open",
            .openBalance(
                OpenBalance(
                    member: nil, identities: claims, profile: nil,
                    origin: BalanceOpened(source: "pos", file: "00", line: 2, cell: "\(points)"),
                    company: "store-co",
                    lots: points > 0 ? [Lot(terms: terms, points: points)] : [], debt: debt)))
    }
}

// MARK: - Values in few words

extension MemberReference {
    static func card(_ value: String) -> MemberReference {
        .identity(kind: "store_card", value: value)
    }
}

extension String {
    /// A card number that no other index has.
    static func card(_ index: Int) -> String {
        let digits = String(index)
        return "49" + String(repeating: "0", count: 11 - digits.count) + digits
    }
}

extension Instant {
    /// Monday 2026-06-01, noon in Tokyo.
    static let noon = Instant(milliseconds: 1_780_282_800_000)

    /// A moment in Tokyo, such as `06-02 04:59` of 2026.
    static func tokyo(_ text: String) -> Instant {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let instant = Instant("2026-\(parts[0])T\(parts[1]):00+09:00")
        else { preconditionFailure("no moment: \(text)") }
        return instant
    }
}

extension CivilDate {
    static func day(_ text: String) -> CivilDate {
        guard let day = CivilDate(text) else { preconditionFailure("no day: \(text)") }
        return day
    }
}
