import PointsCore

extension Result where Success == Reply, Failure == Refusal {
    var refusal: Refusal? {
        if case .failure(let refusal) = self { refusal } else { nil }
    }

    var receipt: Receipt? {
        if case .success(let reply) = self { reply.receipt } else { nil }
    }
}
