internal import PointsCore
internal import PointsStore

// MARK: - Leaving

extension Engine {
    func withdraw(
        _ withdrawal: WithdrawMember, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        let member = try member(withdrawal.member, in: situation)
        var desk = Desk(member, in: situation)
        let isErased = situation.program.lifecycle.eraseAfterDays == 0
        try deciding { () throws(Refusal) in
            try desk.withdraw(reason: withdrawal.reason)
            if isErased { try desk.eraseDue() }
        }
        let number = member.id.number
        let isVisitor = member.status == .visitor
        try storing { () throws(StoreError) in
            // Who finds a lost card must not be taken for its owner.
            for identity in try store.identities(of: number) {
                try store.keepRecognition(
                    recognition(of: identity), of: number,
                    reason: identity.isBlocked ? .lost : isVisitor ? .takenOff : .left,
                    on: situation.today)
            }
            try store.releaseIdentities(of: number)
        }
        if isErased { try erasePersonalData(of: member) }
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
        var receipt = Receipt(
            entry: now, isPreview: true,
            member: try view(of: member, under: situation.rules, at: situation.now))
        receipt.questions = situation.consents.questions(
            for: member.consents, at: situation.now)
        return .done(receipt)
    }
}
