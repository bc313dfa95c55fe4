internal import PointsCore
internal import PointsStore

// MARK: - Leaving

extension Engine {
    func withdraw(
        _ withdrawal: WithdrawMember, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        let member = try member(withdrawal.member, in: situation)
        var desk = Desk(member, in: situation)
        try deciding { () throws(Refusal) in try desk.withdraw(reason: withdrawal.reason) }
        let number = member.id.number
        try storing { () throws(StoreError) in
            // Who finds a lost card must not be taken for its owner.
            for identity in try store.identities(of: number) {
                let hash = recognition(of: identity)
                if identity.isBlocked {
                    try store.forgetRecognition(hash)
                } else {
                    try store.keepRecognition(hash, of: number, left: true)
                }
            }
            try store.releaseIdentities(of: number)
            if situation.program.lifecycle.eraseAfterDays == 0 {
                try store.eraseProfile(of: number)
            }
        }
        return try finish(desk)
    }

    /// What leaving would cost; nothing is written.
    func previewWithdrawal(
        _ withdrawal: WithdrawMember, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        let member = try member(withdrawal.member, in: situation)
        var desk = Desk(member, in: situation)
        try deciding { () throws(Refusal) in try desk.withdraw(reason: withdrawal.reason) }
        guard let entry = desk.entries.last else {
            throw .refused(.internalFault("a preview without an entry"))
        }
        let now = entry.with(
            after: member.wallet.balance(at: situation.now, in: situation.calendar))
        return .done(
            Receipt(
                entry: now, isPreview: true,
                member: try view(of: member, under: situation.rules, at: situation.now)))
    }
}
