/// The languages that people read rules in.
package enum Language: String, Hashable, Sendable, CaseIterable {
    /// Japanese.
    case ja
    /// English.
    case en

    /// Whichever of two texts is in this language.
    package func pick(_ ja: String, _ en: String) -> String { self == .ja ? ja : en }

    /// Names one after the other.
    func list(_ names: some Sequence<String>) -> String {
        names.joined(separator: pick("・", ", "))
    }

    /// A number of points.
    func points(_ count: some CustomStringConvertible) -> String {
        let number = count.description
        return pick("\(number)ポイント", number == "1" ? "1 point" : "\(number) points")
    }

    /// A bound in words, with a unit behind each number.
    func words(for bound: AmountBound, unit: String) -> String {
        switch (bound.min, bound.max) {
        case (let min?, let max?): pick("\(min)〜\(max)\(unit)", "\(min) to \(max)\(unit)")
        case (let min?, nil): pick("\(min)\(unit)以上", "at least \(min)\(unit)")
        case (nil, let max?): pick("\(max)\(unit)以下", "at most \(max)\(unit)")
        case (nil, nil): pick("任意", "any")
        }
    }
}
