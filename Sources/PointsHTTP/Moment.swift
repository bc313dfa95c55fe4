/// One reading of the clocks, given to everything that depends on time.
package struct Moment: Sendable {
    /// Milliseconds on a clock that never goes back; only differences mean anything.
    package let milliseconds: Int64

    /// The `Date` of answers written now, see ``HTTPDate``.
    package let date: [UInt8]

    /// A reading as a test or a clock gives it.
    package init(milliseconds: Int64, date: [UInt8]) {
        self.milliseconds = milliseconds
        self.date = date
    }
}
