internal import PointsJSON

// MARK: - Parsing

extension MigrationMapping {
    /// Reads a mapping, strictly: an unknown key is an error, and so is a missing one that has no
    /// default.
    ///
    /// `Documentation/migration.md` has the format.
    ///
    /// - Throws: The first ``MappingError``.
    package init(parsing bytes: [UInt8]) throws(MappingError) {
        guard bytes.count <= MigrationLimits.mappingBytesMax else {
            throw .tooLong(bytes: bytes.count)
        }
        let json: JSON
        do {
            json = try JSON(parsing: bytes)
        } catch {
            throw .notJSON(error)
        }
        let root = try MappingNode(json, at: .root, keys: ["balances", "sources"])
        guard let balances = try root.choice("balances", of: BalancePolicy.self) else {
            throw .missingKey(root.pointer.appending("balances"))
        }
        _ = try root.required("sources")
        let elements = try root.elements("sources")
        guard (1...MigrationLimits.sourcesMax).contains(elements.count) else {
            throw .notAllowed(
                root.pointer.appending("sources"), value: "\(elements.count) sources",
                allowed: "between 1 and \(MigrationLimits.sourcesMax)")
        }
        var sources: [SourceMapping] = []
        for element in elements {
            let source = try SourceMapping(element.json, at: element.pointer)
            guard !sources.contains(where: { $0.name == source.name }) else {
                throw .duplicateSource(element.pointer.appending("name"), name: source.name)
            }
            sources.append(source)
        }
        self.init(balances: balances, sources: sources)
    }
}
