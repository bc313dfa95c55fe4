/// What a member brings into another, or takes back out: all that decisions about the person rest on but for the points
/// themselves, which stand in the postings.
package struct Estate: Hashable, Sendable {
    /// Open holds, without their points.
    package internal(set) var holds: [Hold]
    /// Open pending grants, without their points.
    package internal(set) var grants: [PendingGrant]
    /// Points owed, zero or more.
    package internal(set) var owed: Int64
    /// Purchases that stand.
    package internal(set) var purchaseCount: Int64
    /// What rules with caps over several orders have given.
    package internal(set) var capCounts: CapCounts
    /// What was bought.
    package internal(set) var value: CustomerValue
    /// What has counted towards a rank.
    package internal(set) var tierCounts: [TierCount]
    /// Purchases before this entry count towards no rank: the member came back with it and began anew.
    package let countsSince: JournalPosition
    /// When the latest sale happened that counts.
    package let latestSale: Instant?
    /// The day of joining.
    package let joinedOn: CivilDate
    /// When the person was last given something for joining.
    package let bonusOn: CivilDate?
    /// The last day of what follows the member's activity.
    package internal(set) var activeUntil: CivilDate?
    /// Lots lost for good by leaving.
    package internal(set) var forgone: [Lot]
    /// Who had become part of the member before.
    package internal(set) var absorbed: [Absorption]

    /// What a member has, in the form in which another has it.
    init(_ member: Member, as form: (LotTerms) -> LotTerms) {
        holds = member.wallet.holds.map {
            Hold(id: $0.id, lots: [], order: $0.order, expiresAt: $0.expiresAt)
        }
        grants = member.wallet.pendingGrants.map { $0.moved(form) }
        owed = -member.wallet.debt
        purchaseCount = member.purchaseCount
        capCounts = member.capCounts
        value = member.value
        tierCounts = member.tiers.counts
        countsSince = member.tiers.startedBy
        latestSale = member.tiers.latestSale
        joinedOn = member.joinedOn
        bonusOn = member.bonusOn
        activeUntil = member.wallet.activeUntil
        forgone = member.forgone.map { Lot(terms: form($0.terms), points: $0.points) }
        absorbed = member.absorbed
    }

    /// The same with its lots in the form that they have in the member whose they were.
    func home(to member: Int64) -> Estate {
        var estate = self
        estate.grants = grants.map { $0.moved { $0.home(to: member) } }
        estate.forgone = forgone.map {
            Lot(terms: $0.terms.home(to: member), points: $0.points)
        }
        return estate
    }

    /// The hold of that id.
    func hold(_ id: JournalPosition) -> Hold? { holds.first { $0.id == id } }

    /// The grant that a posting brings.
    func grant(for posting: Posting) -> PendingGrant? {
        guard posting.points > 0,
            var grant = grants.first(where: {
                $0.owner == posting.owner && $0.terms == posting.lot
            })
        else { return nil }
        grant.points = posting.points
        return grant
    }
}

// MARK: - Canonical bytes

extension Estate {
    func write(to writer: inout RecordWriter) {
        writer.list(holds) { $1.write(to: &$0) }
        writer.list(grants) { $1.write(to: &$0) }
        writer.number(owed)
        writer.number(purchaseCount)
        capCounts.write(to: &writer)
        value.write(to: &writer)
        writer.list(tierCounts) { $1.write(to: &$0) }
        writer.position(countsSince)
        writer.optional(latestSale) { $0.instant($1) }
        writer.date(joinedOn)
        writer.optional(bonusOn) { $0.date($1) }
        writer.optional(activeUntil) { $0.date($1) }
        writer.list(forgone) { $1.write(to: &$0) }
        writer.list(absorbed) { $1.write(to: &$0) }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        holds = try reader.list { reader throws(LedgerFault) in try Hold(from: &reader) }
        grants = try reader.list { reader throws(LedgerFault) in try PendingGrant(from: &reader) }
        owed = try reader.number()
        purchaseCount = try reader.number()
        capCounts = try CapCounts(from: &reader)
        value = try CustomerValue(from: &reader)
        tierCounts = try reader.list { reader throws(LedgerFault) in try TierCount(from: &reader) }
        countsSince = try reader.position()
        latestSale = try reader.optional { reader throws(LedgerFault) in try reader.instant() }
        joinedOn = try reader.date()
        bonusOn = try reader.optional { reader throws(LedgerFault) in try reader.date() }
        activeUntil = try reader.optional { reader throws(LedgerFault) in try reader.date() }
        forgone = try reader.list { reader throws(LedgerFault) in try Lot(from: &reader) }
        absorbed = try reader.list { reader throws(LedgerFault) in try Absorption(from: &reader) }
    }
}
