/// A cell that could not be used, although the row can.
package struct FieldRemark: Hashable, Sendable {
    /// The name of the column.
    package let column: String

    /// What is wrong with it.
    package let problem: FieldProblem

    /// The cell as it stands in the file.
    package let cell: String
}
