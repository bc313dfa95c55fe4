import PointsCore

/// The model's refusal.
struct No: Error {
    let code: ErrorCode
    let figures: [String: Int64]

    init(_ code: ErrorCode, _ figures: [String: Int64] = [:]) {
        self.code = code
        self.figures = figures
    }
}
