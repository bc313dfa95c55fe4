import PointsCore

// MARK: - caps

extension RuleValue {
    /// The most points over each scope, each at most once.
    func caps(butNotPerOrder hasNoOrder: Bool = false) -> [Cap] {
        var caps: [Cap] = []
        for entry in list() {
            let object = entry.object(["points", "per"])
            let points = object.required("points").integer(1...RulesLimits.capPointsMax)
            let scope = object.required("per").word(Cap.Scope.self)
            if hasNoOrder, object.optional("per")?.string == Cap.Scope.order.rawValue {
                object.required("per").complain(
                    "an activity is no order; expected \"day\", \"month\", \"member\" or"
                        + " \"campaign\"")
            }
            if caps.contains(where: { $0.scope == scope }) {
                entry.complain("found a second cap per \(scope.rawValue), expected one")
            }
            caps.append(Cap(points: points, scope: scope))
        }
        return caps.sorted { $0.scope.order < $1.scope.order }
    }
}

extension Cap.Scope {
    /// From the narrowest to the widest, whatever the order in the file.
    fileprivate var order: Int { Cap.Scope.allCases.firstIndex(of: self) ?? 0 }
}
