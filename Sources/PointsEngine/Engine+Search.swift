internal import PointsCore
internal import PointsStore

// MARK: - Finding people at the shop counter

extension Engine {
    /// Finds people by card, telephone or name.
    ///
    /// - Throws: ``Refusal/invalidParams(pointer:expected:)`` for a search by too little, or in full without an actor;
    ///   ``Refusal/rateLimited(retryAfterSeconds:)``
    func search(_ search: MemberSearch, in situation: Situation) throws(CommandFailure) -> Reply {
        let asked = try deciding { () throws(Refusal) in try SearchKey(search) }
        let cause = situation.cause
        guard !search.isUnmasked || cause.actor != nil else {
            throw .refused(
                .invalidParams(
                    pointer: "/actor", expected: "told, because the hits are asked for in full"))
        }
        try deciding { () throws(Refusal) in
            try searchThrottle.take(
                from: cause.actor ?? cause.terminal, at: cause.recordedAt)
        }
        try storing { () throws(StoreError) in try keepSearchTerms() }
        let countMax = EngineLimits.searchHitsMax
        var hits: [PersonView] = []
        var seen: Set<Int64> = []
        for number in try members(found: asked) {
            // Who became part of another is found as the one who answers for them.
            guard let member = try answering(for: number),
                seen.insert(member.id.number).inserted
            else { continue }
            guard seen.count <= countMax else { break }
            let hit = PersonView(
                id: member.id, status: member.status,
                profile: try profile(of: member) ?? Profile(values: [:]),
                identities: try identities(of: member))
            hits.append(search.isUnmasked ? hit : hit.masked)
        }
        return .found(hits, hasMore: seen.count > countMax)
    }

    private func members(found key: SearchKey) throws(CommandFailure) -> [Int64] {
        let countMax = EngineLimits.searchRowsMax
        return try storing { () throws(StoreError) in
            if let name = key.name {
                try store.members(beginning: key.term, and: name, atMost: countMax)
            } else {
                try store.members(beginning: key.term, atMost: countMax)
            }
        }
    }

    /// Makes the search terms of everybody anew whose profile or identities were touched since.
    func keepSearchTerms() throws(StoreError) {
        let touched = try store.takeTouchedPeople()
        guard !touched.isEmpty,
            let activation = projections.program.activation(at: setup.clock())
        else { return }
        let book = SearchBook(try shelf.kept(activation.hash).program)
        for number in touched {
            let terms = book.terms(
                of: try store.identities(of: number), try store.profile(of: number))
            try store.keepSearchTerms(terms, of: number)
        }
    }
}
