// MARK: - What is kept of a person

extension Desk {
    /// The member corrects what they told about themself; only the names of the fields that change are written down.
    package mutating func update(fields: [String]) throws(Refusal) {
        try requirePresent()
        try requireNoVisitor()
        try append(.profileChanged(fields: fields))
    }

    /// The personal data of a member who has left goes because somebody asks for it.
    package mutating func erase(forgetting isForgotten: Bool) throws(Refusal) {
        let member = try subject()
        guard member.status == .withdrawn else {
            if let survivor = member.mergedInto {
                throw .memberMerged(member.id, survivor: survivor)
            }
            throw .statusConflict(
                member.id, member.status,
                expected: "personal data is erased of who has left: use member.withdraw first")
        }
        try append(.erased(Erased(isDue: false, isForgotten: isForgotten)))
    }

    /// The personal data of a member who has left goes because it is time.
    package mutating func eraseDue() throws(Refusal) {
        try append(
            .erased(Erased(isDue: true, isForgotten: false)), [], due: situation.now,
            on: situation.today)
    }
}
