import Testing

struct ImportCheckTests {
    private static let core = "Sources/PointsCore/Points.swift"

    @Test(arguments: [
        Snippet("import CSQLite\nimport Foundation\npackage import PointsCore"),
        Snippet("import PointsJSON", complaintsOn: [1]),
        Snippet("import FoundationEssentials", complaintsOn: [1]),
        Snippet("import Testing", complaintsOn: [1]),
        Snippet("// import PointsJSON\nlet a = \"import PointsJSON\""),
        Snippet("struct Points {}", at: core),
        Snippet("import Foundation", complaintsOn: [1], at: core),
        Snippet("@preconcurrency import Foundation", complaintsOn: [1], at: core),
        Snippet("@_implementationOnly\npackage import Glibc", complaintsOn: [2], at: core),
        Snippet("import struct Foundation.Date", complaintsOn: [1], at: core),
        Snippet("#if canImport(Glibc)\n    import Glibc\n#endif", complaintsOn: [2], at: core),
        Snippet("import Testing", at: "Tests/PointsCoreTests/PointsTests.swift"),
        Snippet(
            "@testable import PointsJSON", complaintsOn: [1],
            at: "Tests/PointsCoreTests/PointsTests.swift"),
        Snippet("struct A {}", complaintsOn: [1], at: "Sources/PointsElsewhere/A.swift"),
    ])
    func `finds imports against the arrows`(_ snippet: Snippet) {
        #expect(ImportCheck.findings(in: snippet.source).map(\.line) == snippet.lines)
    }

    @Test
    func `reads the targets of a manifest`() {
        let manifest = """
            func layer(_ name: String, _ on: [Target.Dependency] = []) -> Target {
                .target(name: name, dependencies: on, swiftSettings: house)
            }
            let package = Package(
                name: "meguri",
                products: [.executable(name: "meguri", targets: ["meguri"])],
                targets: [
                    .systemLibrary(name: "C", providers: [.apt(["c-dev"])]),
                    layer("A"), layer("B", ["A", "C"]),
                    .executableTarget(name: "meguri", dependencies: ["B"], swiftSettings: house),
                ])
            """
        let declared = Target.declared(in: SwiftSource(path: "Package.swift", text: manifest))
        #expect(
            declared == [
                Target("C"), Target("A"), Target("B", ["A", "C"]), Target("meguri", ["B"]),
            ])
    }
}
