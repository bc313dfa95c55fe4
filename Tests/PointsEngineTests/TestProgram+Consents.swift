import PointsCore

// MARK: - Answers in few words

extension TestProgram {
    /// The answer to a question, and what is to be asked besides.
    func asked(_ command: Command) throws -> (reply: Reply, questions: [String]?) {
        let reply = try reply(to: command)
        if case .asking(let questions, let inner) = reply {
            return (inner, questions.map(\.line))
        }
        return (reply, reply.receipt?.questions?.map(\.line))
    }

    /// A member's consents and their history.
    func consents(
        of member: MemberReference, limit: Int = 50, from: JournalPosition? = nil
    ) throws -> ConsentsView {
        guard
            case .consents(let view) = try asked(.consents(of: member, limit: limit, from: from))
                .reply
        else { throw Refusal.internalFault("no consents") }
        return view
    }
}
