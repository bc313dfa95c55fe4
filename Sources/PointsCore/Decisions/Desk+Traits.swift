// MARK: - What is true of the person

extension Desk {
    /// What is true of the person of what the rules ask: by the date of birth, and by the segments to whose purpose the member
    /// has agreed.
    var traits: [PersonalTrait] {
        let rules = situation.rules
        guard !rules.traits.isEmpty else { return [] }
        return rules.traits(ofBornOn: situation.birthDate, on: situation.today) { id in
            rules.segments.first { $0.id == id }.map(isIn) ?? false
        }
    }

    /// Whether the member has agreed to what a segment needs.
    package func agrees(to segment: Segment) -> Bool {
        member?.hasConsent(to: segment.topic, under: situation.consents, at: situation.now)
            ?? false
    }

    /// Whether the member is in a segment, and has agreed to what it needs.
    package func isIn(_ segment: Segment) -> Bool {
        guard let member, agrees(to: segment) else { return false }
        return segment.contains(
            SegmentSubject(
                member, under: situation.rules.tiers, bornOn: situation.birthDate,
                at: situation.now, on: situation.today))
    }
}
