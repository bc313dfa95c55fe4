/// One place where a house rule is broken.
struct Finding: Hashable, Comparable, CustomStringConvertible {
    let path: String
    /// Counted from 1.
    let line: Int
    let complaint: String

    var description: String { "\(path):\(line): \(complaint)" }

    static func < (left: Finding, right: Finding) -> Bool {
        (left.path, left.line, left.complaint) < (right.path, right.line, right.complaint)
    }
}
