/// The settings of a program: `program.json`.
package struct Program: Hashable, Sendable {
    /// The name of the program.
    package var name: String
    /// ISO 4217 code; amounts are in its minor unit.
    package var currency: String
    /// Zone and cut-over.
    package var calendar: BusinessCalendar
    /// What one point pays for, in minor units, above zero.
    package var pointValue: Int64
    /// Kinds of identity by name.
    package var identityKinds: [String: IdentityKind]
    /// Companies that share the program.
    package var companies: Set<String>
    /// Channels by name.
    package var channels: [String: Channel]
    /// Whether sales to nobody in particular are recorded.
    package var allowsAnonymousSales: Bool
    /// How long points are valid where no rule says otherwise.
    package var validity: Validity
    /// How long a hold binds where the request does not say, in minutes.
    package var holdMinutes: Int64
    /// What happens when a claw-back asks for more than is left.
    package var shortfall: ShortfallPolicy
    /// Where redeemed points stay on a part return.
    package var redeemedOnReturn: RedeemedOnReturn
    /// Which lots redeemed points go back to.
    package var restore: RestorePolicy
    /// The most money that is given back without a receipt at a time; `nil` where nothing is.
    package var unreceiptedRefundMax: Yen?
    /// More points than this are given or corrected by hand only if two people agree; `nil` without a bound.
    package var secondActorAbove: Int64?
    /// What leaving and coming back do.
    package var lifecycle: LifecyclePolicy
    /// What members may do besides buying, by name; `nil` where any name is taken.
    package var activities: Set<String>?

    /// A program with all its settings.
    package init(
        name: String, currency: String, calendar: BusinessCalendar, pointValue: Int64,
        identityKinds: [String: IdentityKind], companies: Set<String>,
        channels: [String: Channel], allowsAnonymousSales: Bool, validity: Validity,
        holdMinutes: Int64, shortfall: ShortfallPolicy, redeemedOnReturn: RedeemedOnReturn,
        restore: RestorePolicy, unreceiptedRefundMax: Yen? = nil,
        secondActorAbove: Int64? = nil, lifecycle: LifecyclePolicy,
        activities: Set<String>? = nil
    ) {
        self.name = name
        self.currency = currency
        self.calendar = calendar
        self.pointValue = pointValue
        self.identityKinds = identityKinds
        self.companies = companies
        self.channels = channels
        self.allowsAnonymousSales = allowsAnonymousSales
        self.validity = validity
        self.holdMinutes = holdMinutes
        self.shortfall = shortfall
        self.redeemedOnReturn = redeemedOnReturn
        self.restore = restore
        self.unreceiptedRefundMax = unreceiptedRefundMax
        self.secondActorAbove = secondActorAbove
        self.lifecycle = lifecycle
        self.activities = activities
    }
}
