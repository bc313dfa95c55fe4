/// A row of a plan with something to say of it.
package struct NamedRow: Hashable, Sendable {
    /// The source, as the mapping calls it.
    package let source: String
    /// The name of the file.
    package let file: String
    /// The row of data, from one.
    package let record: Int
    /// The line on which it starts.
    package let line: Int
    /// The stable name of what is wrong.
    package let code: String
    /// What is wrong, in words.
    package let message: String

    init(_ row: PlannedRow, of head: PlanHead, code: String, message: String) {
        let planned = head.file(of: row.key)
        source = planned?.sourceName ?? ""
        file = planned?.name ?? ""
        record = row.key.record
        line = row.line
        self.code = code
        self.message = message
    }
}
