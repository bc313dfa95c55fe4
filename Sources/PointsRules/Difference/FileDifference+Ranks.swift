import PointsCore
import PointsJSON

// MARK: - Ranks

extension FileDifference {
    /// What differs between ranks, which are known by their ids; `nil` where they are not, or come in another order.
    func tierChanges(from old: JSON, to new: JSON) -> [RulesChange]? {
        guard let before = FileDifference.ranks(old), let after = FileDifference.ranks(new)
        else { return nil }
        let (known, kept) = (Set(before.map(\.id)), Set(after.map(\.id)))
        guard
            after.map(\.id).filter(known.contains) == before.map(\.id).filter(kept.contains)
        else { return nil }
        let contents = Dictionary(uniqueKeysWithValues: before.map { ($0.id, $0.content) })
        let gone = before.filter { !kept.contains($0.id) }.map { rank in
            change(
                at: ["tiers"],
                titled(FileDifference.name(of: rank).quoted + Words(ja: "を廃止", en: " is gone")))
        }
        return gone
            + after.enumerated().flatMap { index, rank in
                changes(from: contents[rank.id], to: rank, at: ["tiers", "\(index)"])
            }
    }

    private typealias Rank = (id: ExactText, content: JSON)

    private static func ranks(_ value: JSON) -> [Rank]? {
        guard let elements = value.array else { return nil }
        let ranks = elements.compactMap { element -> Rank? in
            element["id"]?.string.map { (ExactText($0), element) }
        }
        return ranks.count == elements.count && Set(ranks.map(\.id)).count == ranks.count
            ? ranks : nil
    }

    private static func name(of rank: Rank) -> Words {
        Phrasebook.title(of: rank.content) ?? Words(rank.content["id"]?.string ?? "")
    }

    private func changes(from old: JSON?, to rank: Rank, at place: [String]) -> [RulesChange] {
        var inside = FileDifference(
            path: path, old: old, new: rank.content, oldBook: oldBook, newBook: newBook)
        inside.part = FileDifference.name(of: rank)
        guard old == nil else {
            return inside.changes(in: Aspect.rank, from: old, to: rank.content, at: place)
        }
        // That a rank is new is no news where all of them are.
        let arrival = change(
            at: place,
            titled(Words(ja: "新しいランク", en: "new rank ") + FileDifference.name(of: rank).quoted))
        let keys = (rank.content.object?.keys ?? []).filter { !["id", "title"].contains($0) }
        return (isNew ? [] : [arrival])
            + sorted(keys, at: place, by: Aspect.rank).flatMap { key in
                inside.changes(
                    in: Aspect.rank, from: nil, to: rank.content[key], at: place + [key])
            }
    }
}
