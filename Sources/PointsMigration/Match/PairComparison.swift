/// What two records have in common, and the verdict on it.
package struct PairComparison: Hashable, Sendable {
    /// Whether one names an identity of the other.
    package let isLinked: Bool
    /// Whether both hold one identity.
    package let sharesIdentity: Bool
    /// Whether both have one e-mail address.
    package let sharesEmail: Bool
    /// Whether both have one telephone number.
    package let sharesPhone: Bool
    /// Whether that number is a mobile one, which a household does not share.
    package let sharesMobile: Bool
    /// Whether both live at one address, as far as it and its postal code are written.
    package let sharesAddress: Bool
    /// Whether the birth dates agree; nil if one is missing.
    package let birthDateAgrees: Bool?
    /// How far the names agree.
    package let name: NameAgreement
    /// Whether both rows come from one source.
    package let isSameSource: Bool

    /// Compares two records.
    package init(_ left: NormalisedRecord, _ right: NormalisedRecord) {
        isLinked =
            left.links.contains(where: right.identities.contains)
            || right.links.contains(where: left.identities.contains)
        sharesIdentity = left.identities.contains(where: right.identities.contains)
        sharesEmail = left.emails.contains { email in
            right.emails.contains { $0.key == email.key }
        }
        let phones = left.phones.filter { $0.kind != .tollFree && right.phones.contains($0) }
        sharesPhone = !phones.isEmpty
        sharesMobile = phones.contains { $0.kind == .mobile }
        let postalCodes = Set([left.postalCode, right.postalCode].compactMap(\.self))
        sharesAddress =
            !left.addressKey.isEmpty && left.addressKey == right.addressKey
            && postalCodes.count <= 1
        if let leftDate = left.birthDate, let rightDate = right.birthDate {
            birthDateAgrees = leftDate == rightDate
        } else {
            birthDateAgrees = nil
        }
        name = NameAgreement(left.name, right.name)
        isSameSource = left.key.source == right.key.source
    }
}

// MARK: - Verdict

extension PairComparison {
    /// The verdict, by the strongest key that the pair shares.
    ///
    /// Different birth dates never match, whatever else agrees. Two rows of one source are held to
    /// be one person only if name, birth date and a contact or the address agree: a register has a
    /// reason to count two.
    package var verdict: PairVerdict {
        let verdict = crossSourceVerdict
        guard isSameSource, case .match = verdict else { return verdict }
        return isSecondRow ? verdict : .review(.sameSource)
    }

    /// Whether name, birth date and a contact or the address agree.
    package var isSecondRow: Bool {
        birthDateAgrees == true && name == .same && (sharesPhone || sharesEmail || sharesAddress)
    }

    /// Whether the two cannot be one person.
    package var isContradiction: Bool {
        birthDateAgrees == false || name == .different
    }

    private var crossSourceVerdict: PairVerdict {
        if isLinked { return keyVerdict(.link) }
        if sharesIdentity { return keyVerdict(.sameIdentity) }
        if sharesEmail { return emailVerdict }
        if sharesPhone { return phoneVerdict }
        // Namesakes of one birth date exist, but not at one address.
        let isNeighbour = name == .same && birthDateAgrees == true && sharesAddress
        return isNeighbour ? .match(.nameBirthDateAndAddress) : .apart
    }

    /// A link is typed by hand and a card is passed on: something else must agree.
    private func keyVerdict(_ evidence: MatchEvidence) -> PairVerdict {
        if birthDateAgrees == false { return .review(.birthDatesDiffer) }
        let isSupported =
            birthDateAgrees == true || name == .same || name == .near || sharesPhone || sharesEmail
        guard isSupported else { return .review(.linkUnsupported) }
        return name == .different ? .review(.namesDiffer) : .match(evidence)
    }

    /// Couples share an address, so a different name parts them.
    private var emailVerdict: PairVerdict {
        switch (name, birthDateAgrees) {
        case (.same, false), (.near, false): .review(.birthDatesDiffer)
        case (.different, true): .review(.namesDiffer)
        case (.different, _), (.unknown, false): .apart
        case (_, true): .match(.emailAndBirthDate)
        case (.same, nil): .match(.emailAndName)
        case (.near, nil): sharesMobile ? .match(.emailAndName) : .review(.namesDiffer)
        case (.unknown, nil): sharesPhone ? .match(.emailAndPhone) : .review(.emailOnly)
        }
    }

    /// Households share a landline, and twins the birth date too.
    private var phoneVerdict: PairVerdict {
        switch (name, birthDateAgrees) {
        case (.same, false): .review(.birthDatesDiffer)
        case (.same, _): .match(.phoneAndName)
        case (.unknown, true): .match(.phoneAndBirthDate)
        case (.near, true): sharesMobile ? .match(.phoneAndBirthDate) : .review(.namesDiffer)
        case (.different, true): sharesMobile ? .review(.namesDiffer) : .apart
        case (.near, nil): sharesMobile ? .review(.namesDiffer) : .apart
        case (_, false), (.different, nil), (.unknown, nil): .apart
        }
    }
}
