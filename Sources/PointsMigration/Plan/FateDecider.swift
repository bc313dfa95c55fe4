internal import PointsCore

/// Turns what matching found into what is done, given who is a member already.
struct FateDecider {
    /// The rows.
    let records: [NormalisedRecord]
    /// What matching found.
    let matched: MatchOutcome
    /// The terms of each source.
    let terms: [SourceTerms]
    /// What two balances of one person are to one another.
    let balances: BalancePolicy
    /// The program.
    let basis: ProgramBasis
    /// The places of rows that the journal has already.
    let imported: Set<Int>

    private var decisions: [RowDecision?] = []

    /// A member of the program to whom rows belong.
    private struct Owner {
        let number: Int64
        var identities: [MemberIdentity]
    }

    init(
        records: [NormalisedRecord], matched: MatchOutcome, terms: [SourceTerms],
        balances: BalancePolicy, basis: ProgramBasis, imported: Set<Int>
    ) {
        self.records = records
        self.matched = matched
        self.terms = terms
        self.balances = balances
        self.basis = basis
        self.imported = imported
    }

    /// One decision for each record.
    mutating func decide() throws(MigrationError) -> [RowDecision] {
        decisions = Array(repeating: nil, count: records.count)
        decideSingles()
        let shared = personsWithSharedIdentities()
        for (person, rows) in matched.groups.enumerated() {
            if shared.contains(person) {
                hold(rows, .identityShared)
            } else {
                try decide(person: person + 1, rows: rows)
            }
        }
        return decisions.compactMap(\.self)
    }
}

// MARK: - Rows that become nobody

extension FateDecider {
    private mutating func decideSingles() {
        for (index, fate) in matched.fates.enumerated() {
            let own = records[index].identities.first
            if imported.contains(index) {
                decisions[index] = RowDecision(
                    fate: .unchanged, reason: PointsOutcome.importedBefore.rawValue,
                    outcome: .importedBefore, identity: own)
                continue
            }
            switch fate {
            case .reject(let reason):
                decisions[index] = RowDecision(
                    fate: .reject, reason: reason.code, outcome: .rejected, identity: own)
            case .review(let reason): hold([index], reason)
            case .create, .join: continue
            }
        }
    }

    private mutating func hold(_ rows: [Int], _ reason: ReviewReason) {
        for row in rows where !imported.contains(row) {
            decisions[row] = RowDecision(
                fate: .review, reason: reason.rawValue, outcome: .review,
                identity: records[row].identities.first)
        }
    }

    /// Persons who have an identity that another one has too.
    ///
    /// Rows with one identity are compared, and end as one person or in review; only where too many share a
    /// key were they not.
    private func personsWithSharedIdentities() -> Set<Int> {
        guard matched.crowdedKeys > 0 else { return [] }
        var owners: [MemberIdentity: Int] = [:]
        var shared: Set<Int> = []
        for (person, rows) in matched.groups.enumerated() {
            for identity in rows.flatMap({ records[$0].identities }) {
                if let other = owners[identity], other != person {
                    shared.formUnion([other, person])
                }
                owners[identity] = person
            }
        }
        return shared
    }
}

// MARK: - Persons

extension FateDecider {
    private mutating func decide(person: Int, rows: [Int]) throws(MigrationError) {
        let owners = try owners(of: rows)
        guard owners.count <= 1 else { return hold(rows, .memberConflict) }
        let owner = owners.first
        let opening = rows.map { row in
            OpeningBalance(of: records[row], on: terms[records[row].key.source], day: basis.day)
        }
        let kept = balances == .copies ? largest(of: rows, opening) : nil
        var name = owner?.identities.first
        for (row, balance) in zip(rows, opening) {
            if imported.contains(row) {
                decisions[row]?.person = person
                continue
            }
            let outcome = outcome(of: balance, row: row, kept: kept)
            let own = records[row].identities.first
            let isKnown =
                owner.map { owner in records[row].identities.allSatisfy(owner.identities.contains) }
                ?? false
            let fate: PlannedFate =
                name == nil ? .create : isKnown && outcome != .moved ? .unchanged : .join
            decisions[row] = RowDecision(
                fate: fate, reason: reason(for: fate, row: row), outcome: outcome, person: person,
                identity: name ?? own)
            name = name ?? own
        }
    }

    private func reason(for fate: PlannedFate, row: Int) -> String {
        switch (fate, matched.fates[row]) {
        case (.join, .join(_, let evidence)): evidence.rawValue
        case (.join, _): "member_identity"
        case (.unchanged, _): "nothing_to_move"
        default: ""
        }
    }

    private func outcome(of balance: OpeningBalance, row: Int, kept: Int?) -> PointsOutcome {
        if balance.isExpired { return .expired }
        guard balance.movesPoints else { return .none }
        return kept.map { $0 == row } ?? true ? .moved : .copied
    }

    /// Of balances that are copies of one the largest is moved, and the first of equals.
    private func largest(of rows: [Int], _ opening: [OpeningBalance]) -> Int? {
        var largest: (row: Int, points: Int64)?
        for (row, balance) in zip(rows, opening) where balance.movesPoints {
            let points = records[row].points ?? 0
            if largest.map({ points > $0.points }) ?? true { largest = (row, points) }
        }
        return largest?.row
    }

    /// The members of the program to whom identities of the rows belong.
    private func owners(of rows: [Int]) throws(MigrationError) -> [Owner] {
        var owners: [Owner] = []
        for identity in rows.flatMap({ records[$0].identities }) {
            guard let number = try basis.owner(of: identity) else { continue }
            if let place = owners.firstIndex(where: { $0.number == number }) {
                owners[place].identities.append(identity)
            } else {
                owners.append(Owner(number: number, identities: [identity]))
            }
        }
        return owners
    }
}
