package import PointsCore
internal import PointsJSON

// MARK: - Writing

extension OpenBalance {
    /// The import in canonical JSON (RFC 8785), as a plan keeps it.
    package var planText: [UInt8] {
        var writer = JSONWriter(capacity: 512)
        writer.object { writer in
            writer.member("company", company)
            writer.member("debt", debt)
            writer.member(
                "identities",
                array: { writer in
                    for claim in identities {
                        writer.object { $0.identity(kind: claim.kind, value: claim.value) }
                    }
                })
            writer.member(
                "lots", array: { writer in for lot in lots { writer.object { $0.lot(lot) } } })
            if case .identity(let kind, let value) = member {
                writer.member("member", object: { $0.identity(kind: kind, value: value) })
            }
            writer.member(
                "origin",
                object: {
                    $0.member("cell", origin.cell)
                    $0.member("file", origin.file)
                    $0.member("line", origin.line)
                    $0.member("source", origin.source)
                })
            if let profile {
                writer.member("profile", object: { $0.profile(profile) })
            }
        }
        return writer.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func identity(kind: String, value: String) {
        member("kind", kind)
        member("value", value)
    }

    fileprivate mutating func lot(_ lot: Lot) {
        member("class", lot.terms.pointClass.name)
        member("company", lot.terms.company)
        member("expiresOn", lot.terms.expiresOn?.description)
        member("grantedOn", lot.terms.grantedOn.description)
        member("points", lot.points)
    }

    fileprivate mutating func profile(_ profile: Profile) {
        for (name, text) in profile.values.sorted(by: { $0.key < $1.key }) {
            member(named: name) { $0.value(text) }
        }
    }
}

// MARK: - Reading

extension OpenBalance {
    /// Reads what ``planText`` wrote; nil for anything else.
    package init?(planText: [UInt8]) {
        guard let json = try? JSON(parsing: planText), let company = json["company"]?.string,
            let debt = json["debt"]?.exactInteger, let origin = json["origin"].flatMap(Self.origin)
        else { return nil }
        let identities = (json["identities"]?.array ?? []).compactMap(Self.claim)
        let lots = (json["lots"]?.array ?? []).compactMap(Self.lot)
        guard identities.count == json["identities"]?.array?.count,
            lots.count == json["lots"]?.array?.count
        else { return nil }
        let profile = json["profile"]?.object.map { object in
            Profile(
                values: Dictionary(
                    object.members.compactMap { member in
                        member.value.string.map { (member.key, $0) }
                    }, uniquingKeysWith: { first, _ in first }))
        }
        let member = json["member"].flatMap(Self.claim)
        self.init(
            member: member.map { .identity(kind: $0.kind, value: $0.value) },
            identities: identities, profile: profile, origin: origin, company: company, lots: lots,
            debt: debt)
    }

    private static func claim(_ json: JSON) -> IdentityClaim? {
        guard let kind = json["kind"]?.string, let value = json["value"]?.string else { return nil }
        return IdentityClaim(kind: kind, value: value)
    }

    private static func origin(_ json: JSON) -> BalanceOpened? {
        guard let source = json["source"]?.string, let file = json["file"]?.string,
            let line = json["line"]?.exactInteger, let cell = json["cell"]?.string
        else { return nil }
        return BalanceOpened(source: source, file: file, line: line, cell: cell)
    }

    private static func lot(_ json: JSON) -> Lot? {
        guard let name = json["class"]?.string, let company = json["company"]?.string,
            let grantedOn = (json["grantedOn"]?.string).flatMap({ CivilDate($0) }),
            let points = json["points"]?.exactInteger
        else { return nil }
        let terms = LotTerms(
            pointClass: PointClass(name), company: company, grantedOn: grantedOn,
            expiresOn: (json["expiresOn"]?.string).flatMap { CivilDate($0) })
        return Lot(terms: terms, points: points)
    }
}
