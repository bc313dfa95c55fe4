/// Where, when and to whom a sale is made, or where, when and by whom something else is done: what the conditions of rules
/// look at besides the basket.
package struct SaleContext: Hashable, Sendable {
    /// The channel; empty for an activity that names none.
    package let channel: String
    /// The company that runs it, or that issues the points.
    package let company: String
    /// The store, if told.
    package let store: String?
    /// The terminal, if told.
    package let terminal: String?
    /// How it is paid, if told: the name of a way, such as `credit_card`.
    package let paymentMethod: String?
    /// The business day of the sale.
    package let businessDay: CivilDate
    /// Minutes after local midnight, 0–1,439.
    package let minuteOfDay: Int
    /// What is known of the member.
    package internal(set) var standing: Standing

    /// A sale at a place and time.
    package init(
        channel: String, company: String, store: String?, terminal: String?,
        paymentMethod: String? = nil, businessDay: CivilDate, minuteOfDay: Int, standing: Standing
    ) {
        self.channel = channel
        self.company = company
        self.store = store
        self.terminal = terminal
        self.paymentMethod = paymentMethod
        self.businessDay = businessDay
        self.minuteOfDay = minuteOfDay
        self.standing = standing
    }
}
