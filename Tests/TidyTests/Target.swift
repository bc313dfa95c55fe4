/// One target of the package and what it depends on.
struct Target: Hashable {
    let name: String
    let dependencies: Set<String>

    init(_ name: String, _ dependencies: Set<String> = []) {
        self.name = name
        self.dependencies = dependencies
    }
}

// MARK: - The table

extension Target {
    /// The arrows of the architecture; `Package.swift` must say the same.
    static let table = [
        Target("CSQLite"),
        Target("CLinux"),
        Target("PointsJSON"),
        Target("PointsCore"),
        Target("PointsRules", ["PointsCore", "PointsJSON"]),
        Target("PointsStore", ["CSQLite", "PointsCore"]),
        Target("PointsEngine", ["PointsCore", "PointsStore"]),
        Target("PointsWire", ["PointsCore", "PointsJSON"]),
        Target("PointsHTTP", ["CLinux"]),
        Target(
            "PointsMigration", ["PointsCore", "PointsEngine", "PointsJSON", "PointsStore"]),
        Target(
            "meguri",
            [
                "PointsCore", "PointsEngine", "PointsHTTP", "PointsJSON", "PointsMigration",
                "PointsRules", "PointsStore", "PointsWire",
            ]),
        Target("TestSupport"),
        Target("PointsJSONTests", ["PointsJSON", "TestSupport"]),
        Target("PointsCoreTests", ["PointsCore", "TestSupport"]),
        Target("PointsRulesTests", ["PointsCore", "PointsJSON", "PointsRules", "TestSupport"]),
        Target("PointsStoreTests", ["CSQLite", "PointsCore", "PointsStore", "TestSupport"]),
        Target(
            "PointsEngineTests",
            [
                "CSQLite", "PointsCore", "PointsEngine", "PointsJSON", "PointsRules", "PointsStore",
                "TestSupport",
            ]),
        Target("PointsWireTests", ["PointsCore", "PointsJSON", "PointsWire"]),
        Target("PointsHTTPTests", ["PointsHTTP", "TestSupport"]),
        Target(
            "PointsMigrationTests",
            [
                "PointsCore", "PointsEngine", "PointsJSON", "PointsMigration", "PointsRules",
                "PointsStore", "TestSupport",
            ]),
        Target(
            "MeguriTests",
            [
                "PointsCore", "PointsEngine", "PointsHTTP", "PointsJSON", "PointsRules",
                "PointsWire", "TestSupport", "meguri",
            ]),
        Target("ProofTests", ["PointsCore", "PointsEngine", "PointsStore", "TestSupport"]),
        Target("TidyTests"),
    ]

    /// What comes with the toolchain, but not `FoundationEssentials`: it has no time zones and no
    /// Japanese encodings, and says so only when run.
    private static let platform: Set = ["Dispatch", "Foundation", "Glibc", "Synchronization"]

    func mayImport(_ module: String) -> Bool {
        if dependencies.contains(module) { return true }
        if name.hasSuffix("Tests") && module == "Testing" { return true }
        return name != "PointsCore" && Self.platform.contains(module)
    }
}

// MARK: - Package.swift

extension Target {
    private static let declaring: Set = [
        "executableTarget", "layer", "proof", "systemLibrary", "target", "testTarget",
    ]

    /// The targets a manifest declares, each by one call with its name and dependencies as literals.
    static func declared(in manifest: SwiftSource) -> [Target] {
        manifest.tokens.indices.compactMap { index in
            guard declaring.contains(manifest.tokens[index].text),
                let next = manifest.token(index + 1), next.isMark("("),
                let close = manifest.closing("(", ")", from: index + 1)
            else { return nil }
            let call = manifest.tokens[index...close]
            guard let name = call.first(where: { $0.kind == .string }) else { return nil }
            let isSystem = manifest.tokens[index].isWord("systemLibrary")
            guard !isSystem, let open = call.firstIndex(where: { $0.isMark("[") }),
                let end = manifest.closing("[", "]", from: open)
            else { return Target(name.text) }
            let strings = manifest.tokens[open...end].filter { $0.kind == .string }
            return Target(name.text, Set(strings.map(\.text)))
        }
    }
}
