internal import PointsCore

// MARK: - Commands about who is a member

extension Engine {
    /// Decides a command about who is a member, and how one is known.
    func changeMembership(
        by command: Command, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        switch command.action {
        case .join(let join): return try self.join(join, in: situation)
        case .rejoin(let rejoin): return try self.rejoin(rejoin, in: situation)
        case .openBalance(let balance): return try openBalance(balance, in: situation)
        case .link(let reference, let claim):
            return try link(claim, to: reference, in: situation)
        case .unlink(let reference, let claim):
            return try unlink(claim, from: reference, in: situation)
        case .replaceIdentity(let replacement):
            return try replaceIdentity(replacement, in: situation)
        case .register(let registration): return try register(registration, in: situation)
        case .suspend(let suspension):
            return try change(suspension.member, in: situation) { desk throws(Refusal) in
                try desk.suspend(reason: suspension.reason)
            }
        case .resume(let suspension):
            return try change(suspension.member, in: situation) { desk throws(Refusal) in
                try desk.resume(reason: suspension.reason)
            }
        case .merge(let merge): return try self.merge(merge, in: situation)
        case .unmerge(let merge): return try unmerge(merge, in: situation)
        case .withdraw(let withdrawal): return try withdraw(withdrawal, in: situation)
        case .update(let update): return try self.update(update, in: situation)
        case .erase(let erasure): return try erase(erasure, in: situation)
        default:
            throw .refused(.internalFault("\(command.envelope.method) took a wrong turn"))
        }
    }
}
