/// Everything that is found wrong while a set of rules is read: one sheet goes through all its
/// files.
final class ComplaintSheet {
    private var noted: Set<RuleComplaint> = []

    /// Whether nothing is wrong so far.
    var isEmpty: Bool { noted.isEmpty }

    /// The mistakes in the order of files and places.
    var complaints: [RuleComplaint] { noted.sorted() }

    /// Whether something is wrong at a place or inside it.
    func hasComplaint(in file: String, at pointer: String) -> Bool {
        noted.contains {
            $0.file == file && ($0.pointer == pointer || $0.pointer.hasPrefix(pointer + "/"))
        }
    }

    /// Notes a mistake; the same one again changes nothing.
    func note(_ complaint: RuleComplaint) {
        noted.insert(complaint)
    }
}
