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
        proof("PointsJSONTests", ["PointsJSON"]),
        proof("PointsCoreTests", ["PointsCore"]),
        proof("PointsRulesTests", ["PointsCore", "PointsJSON", "PointsRules"]),
        proof("PointsStoreTests", ["CSQLite", "PointsCore", "PointsStore"]),
        proof(
            "PointsEngineTests",
            ["CSQLite", "PointsCore", "PointsEngine", "PointsJSON", "PointsRules", "PointsStore"]),
        proof("PointsWireTests", ["PointsCore", "PointsJSON", "PointsWire"]),
        proof("PointsHTTPTests", ["PointsHTTP"]),
        proof(
            "PointsMigrationTests",
            [
                "PointsCore", "PointsEngine", "PointsJSON", "PointsMigration", "PointsRules",
                "PointsStore",
            ]),
        proof(
            "MeguriTests",
            [
                "PointsCore", "PointsEngine", "PointsHTTP", "PointsJSON", "PointsRules",
                "PointsWire", "meguri",
            ]),
        proof("ProofTests", ["PointsCore", "PointsEngine", "PointsStore"]),
        proof("TidyTests", []),
    ]
)
