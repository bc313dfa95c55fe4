internal import PointsJSON

// MARK: - Parts

extension MappingNode {
    func fileFormat() throws(MappingError) -> FileFormat {
        FileFormat(
            encoding: try choiceOrAuto("encoding", of: TextEncoding.self),
            dialect: try choiceOrAuto("dialect", of: CSVDialect.self),
            delimiter: try choiceOrAuto("delimiter", of: Delimiter.self))
    }

    /// `auto` and a key that is not there both leave the choice open.
    private func choiceOrAuto<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String, of type: Choice.Type
    ) throws(MappingError) -> Choice? {
        try optionalString(key) == "auto" ? nil : try choice(key, of: type)
    }

    func identityColumns(_ key: String) throws(MappingError) -> [IdentityColumn] {
        var columns: [IdentityColumn] = []
        for element in try elements(key) {
            let node = try MappingNode(
                element.json, at: element.pointer, keys: ["kind", "column", "card"])
            columns.append(
                IdentityColumn(
                    kind: try node.string("kind"), column: try node.string("column"),
                    card: try node.cardFormat()))
        }
        return columns
    }

    private func cardFormat() throws(MappingError) -> CardFormat? {
        guard let json = optional("card") else { return nil }
        let node = try MappingNode(
            json, at: pointer.appending("card"), keys: ["lengths", "check"])
        var lengths: [Int] = []
        for element in try node.elements("lengths") {
            lengths.append(
                try MappingNode.integer(
                    element.json, at: element.pointer, in: MigrationLimits.cardDigits))
        }
        return CardFormat(
            lengths: lengths, check: try node.choice("check", of: CheckDigit.self) ?? .none)
    }

    func expiryRule() throws(MappingError) -> ExpiryRule {
        let json = try required("expiry")
        if json.string == "never" { return .never }
        let node = try MappingNode(
            json, at: pointer.appending("expiry"), keys: ["monthsFromPlan"])
        guard
            let months = try node.optionalInteger(
                "monthsFromPlan", in: 1...MigrationLimits.expiryMonthsMax)
        else { throw .missingKey(node.pointer.appending("monthsFromPlan")) }
        return .monthsFromPlan(months)
    }
}
