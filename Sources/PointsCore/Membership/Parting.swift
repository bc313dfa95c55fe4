/// What goes with somebody who became part of a member and comes apart from them again.
package struct Parting: Sendable {
    /// Who goes.
    package let absorption: Absorption
    /// Their points, in the form that they have in the member whom they leave.
    package let wallet: Wallet
    /// What they take along besides.
    let estate: Estate
    /// The day of joining that the member has without them.
    let joinedOn: CivilDate
    /// Points of theirs that holds of the member bind which did not come in with them.
    let boundElsewhere: Int64

    /// What came in with somebody, as far as it is still there.
    init(_ absorption: Absorption, of member: Member) {
        self.absorption = absorption
        var estate = absorption.estate
        var wallet = Wallet(lots: member.wallet.lots.filter { absorption.brought($0.terms) })
        wallet.holds = member.wallet.holds.filter { estate.hold($0.id) != nil }
        wallet.pendingGrants = member.wallet.pendingGrants.filter { absorption.brought($0.terms) }
        wallet.debt = max(-estate.owed, member.wallet.debt)
        boundElsewhere = member.wallet.holds.filter { estate.hold($0.id) == nil }
            .flatMap(\.lots).reduce(0) {
                absorption.brought($1.terms) ? $0 + $1.points : $0
            }
        estate.holds = wallet.holds.map {
            Hold(id: $0.id, lots: [], order: $0.order, expiresAt: $0.expiresAt)
        }
        estate.grants = wallet.pendingGrants.map { $0.moved { $0 } }
        estate.owed = -wallet.debt
        estate.forgone = member.forgone.filter { absorption.brought($0.terms) }
        estate.activeUntil = member.wallet.activeUntil
        self.estate = estate
        self.wallet = wallet
        joinedOn = member.joinedOn(without: absorption.member)
    }
}
