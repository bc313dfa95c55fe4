/// How a quote inside a quoted field is written.
package enum CSVDialect: String, CaseIterable, Sendable {
    /// Doubled, as RFC 4180, section 2, rule 7, has it.
    case rfc4180

    /// Doubled, but not after a byte 5C: PHP's `fputcsv` takes it for an escape, and in CP932 it is
    /// also the second half of 表, ソ and 能. The customer export of EC-CUBE is written so.
    case eccube
}
