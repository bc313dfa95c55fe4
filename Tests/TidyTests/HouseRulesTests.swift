import Testing

/// The repository itself keeps the rules; that each check can fail is shown by its own tests.
struct HouseRulesTests {
    private static let sources = Repository.shared.swiftSources

    @Test
    func `finds the repository`() {
        #expect(Repository.shared.paths.contains("Package.swift"))
        #expect(Self.sources.contains { $0.path == "Tests/TidyTests/HouseRulesTests.swift" })
        #expect(Self.sources.contains { $0.target == "PointsCore" })
    }

    @Test
    func `every target imports what the architecture allows and the core nothing`() {
        expectNone(Self.sources.flatMap(ImportCheck.findings))
    }

    @Test
    func `the table of targets and the manifest are the same`() throws {
        let manifest = try #require(Repository.shared.text(at: "Package.swift"))
        let declared = Target.declared(in: SwiftSource(path: "Package.swift", text: manifest))
        #expect(Set(declared) == Set(Target.table))
        #expect(declared.count == Target.table.count)
    }

    @Test
    func `files and functions are short`() {
        expectNone(Self.sources.flatMap(LengthCheck.findings))
    }

    @Test
    func `each file has one type and its name`() {
        expectNone(Self.sources.flatMap(TypePerFileCheck.findings))
    }

    @Test
    func `every package declaration is documented`() {
        expectNone(Self.sources.flatMap(DocumentationCheck.findings))
    }

    @Test
    func `nothing is public or forced`() {
        expectNone(Self.sources.flatMap(ForbiddenCodeCheck.findings))
    }

    @Test
    func `texts are finished and speak of the product`() {
        let findings = Repository.shared.paths.flatMap { path in
            Repository.shared.text(at: path).map { WordingCheck.findings(in: $0, path: path) } ?? []
        }
        expectNone(findings)
    }

    private func expectNone(
        _ findings: [Finding], sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let list = findings.sorted().map(\.description).joined(separator: "\n")
        #expect(findings.isEmpty, "\n\(list)", sourceLocation: sourceLocation)
    }
}
