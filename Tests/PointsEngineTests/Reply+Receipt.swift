import PointsCore

extension Reply {
    /// The receipt, if something changed.
    var receipt: Receipt? {
        if case .done(let receipt) = self { receipt } else { nil }
    }
}
