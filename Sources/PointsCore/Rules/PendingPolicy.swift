/// When points that a channel's sales earn begin to count (`pending`).
package enum PendingPolicy: Hashable, Sendable {
    /// With the sale.
    case atOnce
    /// So many days after the purchase is confirmed, at the latest so many days after the sale if that is set.
    case onConfirm(afterDays: Int, latestDays: Int?)
    /// So many days after the sale, whether or not anything is shipped.
    case afterSale(days: Int)

    /// When points that wait count at the latest, whether or not anything is shipped; `nil` if they wait for that.
    func latestConfirmation(
        ofSaleOn day: CivilDate, in calendar: BusinessCalendar
    ) -> Instant? {
        switch self {
        case .onConfirm(_, let days?), .afterSale(let days):
            calendar.start(of: day.adding(days: days))
        case .atOnce, .onConfirm: nil
        }
    }
}
