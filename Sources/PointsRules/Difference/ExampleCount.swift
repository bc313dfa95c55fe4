import PointsCore
import PointsJSON

/// How many examples of a rule came, changed and went; an example is known by its name.
struct ExampleCount: Hashable {
    private(set) var added = 0
    private(set) var changed = 0
    private(set) var removed = 0

    /// The count between two lists.
    init(from old: [JSON], to new: [JSON]) {
        var rest = old
        var strangers: [JSON] = []
        for example in new {
            if let index = rest.firstIndex(of: example) {
                rest.remove(at: index)
            } else {
                strangers.append(example)
            }
        }
        for example in strangers {
            if let index = rest.firstIndex(where: { $0["name"] == example["name"] }) {
                rest.remove(at: index)
                changed += 1
            } else {
                added += 1
            }
        }
        removed = rest.count
    }

    /// The count in words.
    var words: Words {
        let counts = [
            (added, Words(ja: "追加%件", en: "% new")), (changed, Words(ja: "変更%件", en: "% changed")),
            (removed, Words(ja: "削除%件", en: "% removed")),
        ]
        let parts = counts.filter { $0.0 > 0 }.map { $1.naming(Words("\($0)")) }
        return Words(ja: "例: ", en: "examples: ")
            + (parts.isEmpty
                ? Words(ja: "順序の変更", en: "in another order")
                : .joined(parts, by: Words(ja: "、", en: ", ")))
    }
}
