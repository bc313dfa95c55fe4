/// What a mapping names of the program.
package enum ProgramPart: String, Hashable, Sendable {
    /// A kind of identity.
    case identityKind = "identity_kind"
    /// A company.
    case company
    /// A channel.
    case channel
    /// A class of points.
    case pointClass = "point_class"
}

// MARK: - Text

extension ProgramPart {
    /// In words.
    package var text: String {
        switch self {
        case .identityKind: "kind of identity"
        case .company: "company"
        case .channel: "channel"
        case .pointClass: "class of points"
        }
    }
}
