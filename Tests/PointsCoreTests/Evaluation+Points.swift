import PointsCore

extension Evaluation {
    /// Points of a class and validity.
    func points(of pointClass: PointClass, validity: Validity) -> Int64 {
        let portion = portions.first { $0.pointClass == pointClass && $0.validity == validity }
        return portion?.points ?? 0
    }
}
