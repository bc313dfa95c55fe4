// MARK: - Columns

extension SourceMapping {
    /// The names of all columns that the mapping reads, each once.
    var usedColumns: [String] {
        let single = [
            columns.birthDate, columns.postalCode, columns.joinedOn, columns.lastActivityOn,
            columns.points, columns.pointsExpireOn, columns.status,
        ]
        let all =
            (identities + links).map(\.column) + columns.name + columns.kana + columns.phones
            + columns.emails + columns.address + single.compactMap(\.self)
        var used: [String] = []
        for column in all where !used.contains(column) { used.append(column) }
        return used
    }
}
