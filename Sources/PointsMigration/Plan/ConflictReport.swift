/// `conflicts.csv`: what a person must decide on, with what speaks for and against it.
struct ConflictReport {
    private let records: [NormalisedRecord]
    private let files: [SurveyedFile]
    private let sources: [String]
    /// The place of each file's first record.
    private let starts: [Int]

    init(records: [NormalisedRecord], files: [SurveyedFile], sources: [String]) {
        self.records = records
        self.files = files
        self.sources = sources
        var starts: [Int] = []
        var start = 0
        for file in files {
            starts.append(start)
            start += file.survey.records
        }
        self.starts = starts
    }
}

// MARK: - Writing

extension ConflictReport {
    /// Writes each pair, then the rows that wait because others of their group do.
    func write(
        _ pairs: [ReviewPair], _ decisions: [RowDecision], to path: String
    ) throws(MigrationError) {
        let file = try ReportFile(path)
        let columns = ["source", "file", "row", "line", "identity", "points"]
        try file.write(
            row: ["reason", "agrees", "differs"] + columns + columns.map { "other_" + $0 })
        var named: Set<Int> = []
        for pair in pairs {
            guard let left = place(of: pair.left), let right = place(of: pair.right) else {
                continue
            }
            named.formUnion([left, right])
            let evidence = evidence(PairComparison(records[left], records[right]))
            try file.write(
                row: [pair.reason.rawValue, evidence.agrees, evidence.differs] + cells(of: left)
                    + cells(of: right))
        }
        for (index, decision) in decisions.enumerated()
        where decision.fate == .review && !named.contains(index) {
            try file.write(
                row: [decision.reason, "", ""] + cells(of: index) + columns.map { _ in "" })
        }
        try file.flush()
    }

    private func evidence(_ pair: PairComparison) -> (agrees: String, differs: String) {
        let agreeing = [
            ("link", pair.isLinked), ("identity", pair.sharesIdentity), ("email", pair.sharesEmail),
            ("phone", pair.sharesPhone), ("address", pair.sharesAddress),
            ("birth_date", pair.birthDateAgrees == true), ("name", pair.name == .same),
            ("name_nearly", pair.name == .near),
        ]
        let differing = [
            ("birth_date", pair.birthDateAgrees == false), ("name", pair.name == .different),
        ]
        func words(_ words: [(String, Bool)]) -> String {
            words.filter(\.1).map(\.0).joined(separator: " ")
        }
        return (words(agreeing), words(differing))
    }

    private func place(of key: RowKey) -> Int? {
        let file = files.firstIndex { $0.source == key.source && $0.file == key.file }
        return file.map { starts[$0] + key.record - 1 }
    }

    private func cells(of index: Int) -> [String] {
        let record = records[index]
        let file = files.first { $0.source == record.key.source && $0.file == record.key.file }
        return [
            sources[record.key.source], file?.name ?? "", String(record.key.record),
            String(record.line), record.identities.first?.value ?? "",
            record.points.map { String($0) } ?? "",
        ]
    }
}
