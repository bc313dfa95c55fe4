import Testing

@testable import PointsCore

// MARK: - Commands that few tests need

extension Shop {
    /// Records something that the member did in the store, or elsewhere.
    @discardableResult
    mutating func record(
        _ activity: String, on moment: Instant, in channel: Channel? = Programs.store,
        issuedBy company: String = "store-co"
    ) throws -> ActivityRecorded {
        let asked = RecordActivity(member: .id(Shop.id), activity: activity)
        let entry = try perform(at: moment, in: channel) {
            try $0.record(asked, issuedBy: company)
        }
        guard case .activityRecorded(let recorded) = entry.event else {
            throw LedgerFault.memberMissing(entry.member)
        }
        return recorded
    }

    /// A purchase comes back whole and another is made in its place.
    @discardableResult
    mutating func replace(
        _ id: JournalPosition, with basket: Basket, on moment: Instant,
        in channel: Channel = Programs.store, redeem: Int64 = 0
    ) throws -> Purchase {
        let old = try #require(purchases[id])
        let sale = Sale(
            member: .id(Shop.id), order: "new", basket: basket, redeem: redeem, hold: nil)
        let rules = rules
        let entry = try perform(at: moment, in: channel) {
            try $0.replace(old, rules: rules, with: sale, in: channel, takesOrderFrom: nil)
        }
        return try #require(purchases[entry.position])
    }

    /// Goods come back of which nobody knows when they were sold.
    mutating func takeBackUnreceipted(
        _ basket: Basket, on moment: Instant
    ) throws -> UnreceiptedReturned {
        let entry = try perform(at: moment, in: Programs.store) {
            try $0.takeBackUnreceipted(basket, in: Programs.store)
        }
        guard case .unreceiptedReturned(let returned) = entry.event else {
            throw LedgerFault.purchaseMissing(entry.position)
        }
        return returned
    }
}
