internal import PointsJSON

// MARK: - Parsing

extension SourceMapping {
    init(_ json: JSON, at pointer: JSONPointer) throws(MappingError) {
        let node = try MappingNode(
            json, at: pointer,
            keys: [
                "name", "files", "encoding", "dialect", "delimiter", "company", "channel", "class",
                "identities", "links", "columns", "withdrawnStatuses", "expiry",
            ])
        let files = try node.strings("files")
        guard !files.isEmpty else { throw .missingKey(pointer.appending("files")) }
        let identities = try node.identityColumns("identities")
        guard !identities.isEmpty else { throw .missingKey(pointer.appending("identities")) }
        self.init(
            name: try node.string("name"), files: files, format: try node.fileFormat(),
            company: try node.optionalString("company"),
            channel: try node.optionalString("channel"),
            pointClass: try node.optionalString("class") ?? "standard", identities: identities,
            links: try node.identityColumns("links"),
            columns: try ColumnMapping(
                try node.required("columns"), at: pointer.appending("columns")),
            withdrawnStatuses: try node.strings("withdrawnStatuses"),
            expiry: try node.expiryRule())
    }
}
