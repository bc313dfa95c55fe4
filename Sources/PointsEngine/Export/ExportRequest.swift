package import PointsCore

/// What of a journal is wanted, and how.
package struct ExportRequest {
    /// The form.
    package var format: ExportFormat
    /// Whose transactions, by member number; 0 is the program itself.
    package var members: ClosedRange<Int64>
    /// Reads a set of rules from its kept content.
    package var readRules: ([UInt8]) throws(Refusal) -> Ruleset

    /// The journal in a form, of everybody unless told.
    package init(
        format: ExportFormat, members: ClosedRange<Int64> = 0...Int64.max,
        readRules: @escaping ([UInt8]) throws(Refusal) -> Ruleset
    ) {
        self.format = format
        self.members = members
        self.readRules = readRules
    }
}
