import PointsCore

// MARK: - program.json

extension Program {
    private static let keys = [
        "program", "currency", "timeZone", "businessDayStartsAt", "pointValue", "identities",
        "companies", "channels", "anonymousSales", "expiry", "pending", "hold", "shortfall",
        "returns", "byHand", "withdrawal", "rejoin", "provisional",
        "visitors", "activities",
    ]

    /// Reads the settings.
    init(_ value: RuleValue) {
        let object = value.object(Program.keys)
        let companies = object.required("companies").companies()
        let returns = object.required("returns").object(
            ["redeemed", "restore", "graceDays", "withoutReceipt"])
        self.init(
            name: object.required("program").name(),
            currency: object.required("currency").currency(),
            calendar: BusinessCalendar(
                zone: object.required("timeZone").timeZone(),
                startMinutes: object.required("businessDayStartsAt").minuteOfDay()),
            pointValue: object.required("pointValue").integer(1...RulesLimits.pointValueMax),
            identityKinds: object.required("identities").identityKinds(),
            companies: companies,
            channels: object.required("channels").channels(
                pending: object.optional("pending"), companies: companies.sorted()),
            allowsAnonymousSales: object.required("anonymousSales").truth(),
            validity: Validity(object.required("expiry")),
            holdMinutes: object.required("hold").object(["minutes"]).required("minutes")
                .integer(1...RulesLimits.holdMinutesMax),
            shortfall: object.required("shortfall").word(ShortfallPolicy.self),
            redeemedOnReturn: returns.required("redeemed").word(RedeemedOnReturn.self),
            restore: RestorePolicy(returns),
            unreceiptedRefundMax: returns.optional("withoutReceipt").map {
                Yen(
                    $0.object(["moneyMax"]).required("moneyMax").integer(1...Yen.max.amount))
            },
            secondActorAbove: object.optional("byHand").map {
                $0.object(["secondActorAbove"]).required("secondActorAbove")
                    .integer(0...Points.max.count)
            },
            lifecycle: LifecyclePolicy(
                withdrawal: object.required("withdrawal"), rejoin: object.required("rejoin"),
                provisional: object.required("provisional"),
                visitors: object.optional("visitors")),
            activities: object.optional("activities").map { Set($0.list().map { $0.name() }) })
    }
}

extension RuleValue {
    fileprivate func currency() -> String {
        let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
        guard let code = string, code.utf8.count == 3, code.utf8.allSatisfy(letters.contains)
        else {
            complain(expected: "an ISO 4217 code such as \"JPY\"")
            return "JPY"
        }
        return code
    }

    fileprivate func timeZone() -> TimeZoneTable {
        let name = string ?? ""
        if let table = TimeZoneTable(identifier: name) { return table }
        complain(
            expected: "an IANA time zone such as \"Asia/Tokyo\""
                + Spelling.hint(for: name, among: TimeZoneTable.knownIdentifiers))
        return .tokyo
    }

    fileprivate func companies() -> Set<String> {
        let entries = entries()
        if entries.isEmpty { complainOfNone("company") }
        for entry in entries { _ = entry.value.object([]) }
        return Set(entries.map(\.name))
    }

    fileprivate func identityKinds() -> [String: IdentityKind] {
        let entries = entries()
        if entries.isEmpty { complainOfNone("kind of identity") }
        return entries.reduce(into: [:]) { kinds, entry in
            kinds[entry.name] = IdentityKind(name: entry.name, entry.value)
        }
    }

    fileprivate func channels(
        pending: RuleValue?, companies: [String]
    ) -> [String: Channel] {
        let entries = entries()
        if entries.isEmpty { complainOfNone("channel") }
        var policies: [String: PendingPolicy] = [:]
        for entry in pending?.entries() ?? [] {
            policies[entry.name] = PendingPolicy(entry.value)
            if !entries.isEmpty, !entries.contains(where: { $0.name == entry.name }) {
                entry.value.complain("there is no channel \"\(entry.name)\"")
            }
        }
        return entries.reduce(into: [:]) { channels, entry in
            let object = entry.value.object(["company", "offlineRedeemMax"])
            // Checked so that a mistake shows now, although nothing asks for it yet.
            _ = object.optional("offlineRedeemMax")?.integer(0...Points.max.count)
            channels[entry.name] = Channel(
                name: entry.name,
                company: object.required("company").name(of: "a company", among: companies),
                pending: policies[entry.name] ?? .atOnce)
        }
    }

    /// Says that a list of settings is empty, if it is one.
    private func complainOfNone(_ what: String) {
        if isEmptyObject {
            complain("found none, expected at least one \(what)")
        }
    }
}
