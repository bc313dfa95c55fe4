/// A step from a value into one that it holds.
enum JSONStep: Hashable, Sendable {
    case key(String)
    case index(Int)
}
