/// A purchase in the model.
struct Purchase {
    let person: Int?
    let channel: String
    let order: String
    let basket: Step.Basket
    let soldAt: Int64
    /// Whether the buyer earned, whatever it came to.
    let earns: Bool
    /// What it cost.
    let total: Int64
    /// The lots that paid, in the order in which they were spent.
    let paid: [(lot: Lot, points: Int64)]
    /// From when on its points count without a shipment.
    let latest: Int64?
    var status: Status
    /// Pieces of each line that did not come back, and that were shipped.
    var left: [Int64]
    var shipped: [Int64]
    /// Points that still pay for it.
    var redeemed: Int64
    var grants: [Grant]
    /// The lots that waiting points became.
    var opened: [Lot] = []
    /// By what it is judged.
    var terms = Model.Terms()
    /// What the campaign's cap left when something came back last.
    var room: Int64?
    /// Points that count under the campaign's cap.
    var capped: Int64 = 0
    /// Where it counts towards the rank, if it does.
    var counts: Counts?
    /// What the void answered that came before the sale.
    var voidedFirst: Answer?

    enum Status: Int64 {
        case pending, completed, partlyReturned, returned, voided
    }

    /// A month, and how often everything had begun anew.
    struct Counts {
        let month: Int
        let period: Int?
    }

    /// Points of one kind, earned at one time.
    struct Grant {
        /// 0 for standard points, 1 for limited ones.
        let kind: Int
        let lot: Lot
        let waits: Bool
        var points: Int64
        /// How many of them have counted.
        var counted: Int64
    }

    var company: String { Policy.company(of: channel) }
    var unshipped: [Int64] { zip(left, shipped).map { max(0, $0 - $1) } }
    var isShipped: Bool { unshipped.allSatisfy { $0 == 0 } }
    var isUntouched: Bool { shipped.allSatisfy { $0 == 0 } }
    var isOver: Bool { status == .returned || status == .voided }
    var paidInPoints: Int64 { paid.reduce(0) { $0 + $1.points } }
}
