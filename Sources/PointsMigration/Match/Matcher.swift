internal import PointsCore

/// Finds the rows that are one person, by strong keys alone.
///
/// Pure, and the same records in the same order give the same outcome.
package struct Matcher {
    private let records: [NormalisedRecord]
    private var sets: DisjointSets
    private var rejections: [Int: RejectReason] = [:]
    private var evidence: [Int: MatchEvidence] = [:]
    private var reviews: [ReviewPair] = []
    private var held: [Int: ReviewReason] = [:]
    private var crowdedKeys = 0

    /// A pair of records by their places.
    private struct Pair: Hashable {
        let left: Int
        let right: Int
    }

    private init(_ records: [NormalisedRecord]) {
        self.records = records
        sets = DisjointSets(count: records.count)
    }

    /// Decides on all records of a migration.
    ///
    /// - Parameter records: The records of all sources in the order of their keys.
    /// - Returns: One fate for each record.
    package static func match(_ records: [NormalisedRecord]) -> MatchOutcome {
        var matcher = Matcher(records)
        matcher.rejectUnreadable()
        matcher.rejectDuplicates()
        matcher.comparePairs()
        matcher.checkGroups()
        return matcher.outcome()
    }
}

// MARK: - Rows that cannot be used

extension Matcher {
    private mutating func rejectUnreadable() {
        for (index, record) in records.enumerated() {
            if let rejection = record.rejection { rejections[index] = rejection }
        }
    }

    /// Of rows of one source with one identity the first stands, if all agree; if they do not,
    /// none can be believed.
    private mutating func rejectDuplicates() {
        var keys = MatchKeys()
        for (index, record) in records.enumerated() where rejections[index] == nil {
            guard let own = record.identities.first else { continue }
            keys.append(
                .ownIdentity, String(record.key.source), own.kind, own.value, record: index)
        }
        for block in keys.blocks() {
            let first = block[0]
            let others = block.dropFirst().filter { sharesOwnIdentity($0, first) }
            if others.allSatisfy({ agree($0, first) }) {
                for other in others { rejections[other] = .duplicateRow(first: records[first].key) }
            } else {
                for other in others {
                    sets.unite(first, other)
                    review(Pair(left: first, right: other), .duplicateConflict)
                }
            }
        }
    }

    private func sharesOwnIdentity(_ left: Int, _ right: Int) -> Bool {
        records[left].key.source == records[right].key.source
            && records[left].identities.first == records[right].identities.first
    }

    private func agree(_ left: Int, _ right: Int) -> Bool {
        let (left, right) = (records[left], records[right])
        return left.points == right.points && left.pointsExpireOn == right.pointsExpireOn
            && left.isWithdrawn == right.isWithdrawn
            && !PairComparison(left, right).isContradiction
    }
}

// MARK: - Pairs

extension Matcher {
    private mutating func comparePairs() {
        var seen: Set<Pair> = []
        for block in blocks() {
            guard block.count <= MigrationLimits.sharedKeyRowsMax else {
                crowdedKeys += 1
                continue
            }
            for (place, left) in block.enumerated() {
                for right in block[(place + 1)...] {
                    let pair = Pair(left: left, right: right)
                    if seen.insert(pair).inserted { compare(pair) }
                }
            }
        }
    }

    private func blocks() -> [[Int]] {
        var keys = MatchKeys()
        for (index, record) in records.enumerated() where rejections[index] == nil {
            for identity in record.identities + record.links {
                keys.append(.identity, identity.kind, identity.value, record: index)
            }
            for email in record.emails { keys.append(.email, email.key, record: index) }
            for phone in record.phones where phone.kind != .tollFree {
                keys.append(.phone, phone.digits, record: index)
            }
            guard let birthDate = record.birthDate, !record.addressKey.isEmpty else { continue }
            for name in [record.name.kana, record.name.written] where !name.isEmpty {
                keys.append(.nameAndBirthDate, name, birthDate.description, record: index)
            }
        }
        return keys.blocks()
    }

    private mutating func compare(_ pair: Pair) {
        // Rows of one source with one card have been dealt with.
        if sharesOwnIdentity(pair.left, pair.right) { return }
        switch PairComparison(records[pair.left], records[pair.right]).verdict {
        case .apart: return
        case .review(let reason): review(pair, reason)
        case .match(let reason):
            sets.unite(pair.left, pair.right)
            for row in [pair.left, pair.right] { evidence[row] = evidence[row] ?? reason }
        }
    }

    private mutating func review(_ pair: Pair, _ reason: ReviewReason) {
        reviews.append(
            ReviewPair(
                left: records[pair.left].key, right: records[pair.right].key, reason: reason))
        for row in [pair.left, pair.right] { held[row] = held[row] ?? reason }
    }
}

// MARK: - Groups

extension Matcher {
    /// A chain of matches is one person only if its ends agree too: every pair of it is looked at.
    private mutating func checkGroups() {
        for group in members().values where group.count > 1 {
            guard group.count <= MigrationLimits.groupRowsMax else {
                held[group[0]] = held[group[0]] ?? .chainTooLong
                continue
            }
            for (place, left) in group.enumerated() {
                for right in group[(place + 1)...] where !sharesOwnIdentity(left, right) {
                    let comparison = PairComparison(records[left], records[right])
                    let pair = Pair(left: left, right: right)
                    if comparison.isContradiction {
                        review(pair, .chainContradiction)
                    } else if comparison.isSameSource, !comparison.isSecondRow {
                        review(pair, .sameSource)
                    }
                }
            }
        }
    }

    /// The rows of each set by its root.
    private mutating func members() -> [Int: [Int]] {
        var members: [Int: [Int]] = [:]
        for index in records.indices where rejections[index] == nil {
            members[sets.root(of: index), default: []].append(index)
        }
        return members
    }
}

// MARK: - Outcome

extension Matcher {
    private mutating func outcome() -> MatchOutcome {
        let members = members()
        var fates: [Fate?] = Array(repeating: nil, count: records.count)
        var groups: [[Int]] = []
        for (index, rejection) in rejections { fates[index] = .reject(rejection) }
        for root in members.keys.sorted() {
            let rows = members[root] ?? []
            // One doubt holds the whole group: whom a row joins depends on all of it.
            if let reason = rows.compactMap({ held[$0] }).first {
                for row in rows { fates[row] = .review(held[row] ?? reason) }
                continue
            }
            for row in rows {
                let reason = evidence[row] ?? .sameIdentity
                fates[row] =
                    row == root
                    ? .create(group: groups.count) : .join(group: groups.count, because: reason)
            }
            groups.append(rows)
        }
        return MatchOutcome(
            fates: fates.compactMap(\.self), groups: groups,
            reviews: Set(reviews).sorted {
                ($0.left, $0.right, $0.reason.rawValue) < ($1.left, $1.right, $1.reason.rawValue)
            },
            crowdedKeys: crowdedKeys)
    }
}
