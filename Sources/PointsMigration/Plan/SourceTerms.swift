internal import PointsCore

/// On what terms the balances of a source come in.
struct SourceTerms: Hashable, Sendable {
    /// The source, as the mapping calls it.
    let name: String
    /// Who owes the points.
    let company: String
    /// The channel that the rows came by.
    let channel: String?
    /// The class of the points.
    let pointClass: String
    /// When points expire for which the file gives no date.
    let expiry: ExpiryRule

    /// - Throws: ``MigrationError/notInProgram(source:what:name:known:)``
    init(_ mapping: SourceMapping, in rules: Ruleset) throws(MigrationError) {
        let program = rules.program
        func require(
            _ name: String, _ what: ProgramPart, among known: some Collection<String>
        ) throws(MigrationError) {
            guard !known.contains(name) else { return }
            throw .notInProgram(
                source: mapping.name, what: what, name: name, known: known.sorted())
        }
        for identity in mapping.identities + mapping.links {
            try require(identity.kind, .identityKind, among: program.identityKinds.keys)
        }
        if let channel = mapping.channel {
            try require(channel, .channel, among: program.channels.keys)
        }
        company =
            mapping.company ?? mapping.channel.flatMap { program.channels[$0]?.company }
            ?? program.companies.min() ?? ""
        try require(company, .company, among: program.companies)
        try require(
            mapping.pointClass, .pointClass, among: rules.pointClasses.map(\.name))
        name = mapping.name
        channel = mapping.channel
        pointClass = mapping.pointClass
        expiry = mapping.expiry
    }
}
