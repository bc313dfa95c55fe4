// swift-tools-version: 6.2

import PackageDescription

let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

func layer(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: house)
}

func proof(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: house)
}

let package = Package(
    name: "meguri",
    products: [.executable(name: "meguri", targets: ["meguri"])],
    targets: [
        .systemLibrary(
            name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CLinux"),
        layer("PointsJSON"),
        layer("PointsCore"),
        layer("PointsRules", ["PointsCore", "PointsJSON"]),
        layer("PointsStore", ["PointsCore", "CSQLite"]),
        layer("PointsEngine", ["PointsCore", "PointsStore"]),
        layer("PointsWire", ["PointsCore", "PointsJSON"]),
        layer("PointsHTTP", ["CLinux"]),
        layer("PointsMigration", ["PointsCore", "PointsEngine", "PointsJSON", "PointsStore"]),
        .executableTarget(
            name: "meguri",
            dependencies: [
                "PointsCore", "PointsEngine", "PointsHTTP", "PointsJSON", "PointsMigration",
                "PointsRules", "PointsStore", "PointsWire",
            ],
            swiftSettings: house),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: house),
        proof("PointsJSONTests", ["PointsJSON", "TestSupport"]),
        proof("PointsCoreTests", ["PointsCore", "TestSupport"]),
        proof("PointsRulesTests", ["PointsCore", "PointsJSON", "PointsRules", "TestSupport"]),
        proof("PointsStoreTests", ["CSQLite", "PointsCore", "PointsStore", "TestSupport"]),
        proof(
            "PointsEngineTests",
            [
                "CSQLite", "PointsCore", "PointsEngine", "PointsJSON", "PointsRules", "PointsStore",
                "TestSupport",
            ]),
        proof("PointsWireTests", ["PointsCore", "PointsJSON", "PointsWire"]),
        proof("PointsHTTPTests", ["PointsHTTP", "TestSupport"]),
        proof(
            "PointsMigrationTests",
            [
                "PointsCore", "PointsEngine", "PointsJSON", "PointsMigration", "PointsRules",
                "PointsStore", "TestSupport",
            ]),
        proof(
            "MeguriTests",
            [
                "PointsCore", "PointsEngine", "PointsHTTP", "PointsJSON", "PointsRules",
                "PointsWire", "TestSupport", "meguri",
            ]),
        proof("ProofTests", ["PointsCore", "PointsEngine", "PointsStore", "TestSupport"]),
        proof("TidyTests", []),
    ]
)
