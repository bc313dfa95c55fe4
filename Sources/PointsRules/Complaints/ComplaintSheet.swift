import PointsCore

/// Everything that is found wrong while a set of rules is read: one sheet goes through all its
/// files.
final class ComplaintSheet {
    private var noted: Set<RulesProblem> = []
    /// Where something is wrong, with all places around it: a look at one must not read the whole sheet.
    private var places: Set<Place> = []

    private struct Place: Hashable {
        let file: String
        let pointer: String
    }

    /// Whether nothing is wrong so far.
    var isEmpty: Bool { noted.isEmpty }

    /// The mistakes in the order of files and places.
    var complaints: [RulesProblem] { noted.sorted() }

    /// Whether something is wrong at a place or inside it.
    func hasComplaint(in file: String, at pointer: String) -> Bool {
        places.contains(Place(file: file, pointer: pointer))
    }

    /// Notes a mistake; the same one again changes nothing.
    func note(_ complaint: RulesProblem) {
        noted.insert(complaint)
        var pointer = complaint.pointer[...]
        while places.insert(Place(file: complaint.file, pointer: String(pointer))).inserted,
            let slash = pointer.lastIndex(of: "/")
        {
            pointer = pointer[..<slash]
        }
    }
}
