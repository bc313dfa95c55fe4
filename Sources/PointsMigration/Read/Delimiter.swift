/// What stands between two fields.
///
/// Neither byte is ever the second half of a CP932 character.
package enum Delimiter: String, CaseIterable, Sendable {
    /// A comma.
    case comma = ","

    /// A tab.
    case tab = "\t"

    var byte: UInt8 {
        switch self {
        case .comma: ASCII.comma
        case .tab: ASCII.tab
        }
    }
}
