package import Foundation
internal import PointsCore
internal import PointsStore

/// Makes plans: reads all files, decides on every row, and writes the plan into its folder.
package struct MigrationPlanner {
    private let mapping: MigrationMapping
    private let basis: ProgramBasis
    private let progress: (MigrationProgress) -> Void
    private let terms: [SourceTerms]
    private let files: [SurveyedFile]
    private let rowCount: Int

    /// Reads every file to its end.
    ///
    /// - Parameters:
    ///   - mapping: What the files' columns mean.
    ///   - folder: The folder that the mapping's paths are relative to.
    ///   - basis: The program that the plan is for.
    ///   - progress: Told now and then how far a step has come.
    /// - Throws: ``MigrationError``; nothing was written.
    package init(
        _ mapping: MigrationMapping, in folder: URL, for basis: ProgramBasis,
        progress: @escaping (MigrationProgress) -> Void = { _ in }
    ) throws(MigrationError) {
        self.mapping = mapping
        self.basis = basis
        self.progress = progress
        var terms: [SourceTerms] = []
        for source in mapping.sources {
            terms.append(try SourceTerms(source, in: basis.rules))
        }
        self.terms = terms
        files = try SurveyedFile.all(of: mapping, in: folder)
        rowCount = files.reduce(0) { $0 + $1.survey.records }
    }

    /// Makes the plan.
    ///
    /// - Parameters:
    ///   - output: A folder that is not there, is empty, or holds a plan to replace.
    ///   - replacing: Whether a plan that is there may be replaced.
    /// - Returns: What the plan does, in sums.
    /// - Throws: ``MigrationError``; nothing was written then.
    package func write(
        to output: String, replacing: Bool = false
    ) throws(MigrationError) -> PlanSummary {
        let folder = try PlanFolder(output, replacing: replacing)
        let records = try records()
        let matched = Matcher.match(records)
        var decider = FateDecider(
            records: records, matched: matched, terms: terms, balances: mapping.balances,
            basis: basis, imported: try imported(among: records))
        let decisions = try decider.decide()
        return try folder.writing { () throws(MigrationError) in
            let (sheets, hash) = try writeRows(records, matched, decisions, to: folder)
            try ConflictReport(records: records, files: files, sources: terms.map(\.name))
                .write(matched.reviews, decisions, to: folder.unfinished(.conflicts))
            let summary = PlanSummary(
                program: basis.rules.program.name, day: basis.day, hash: hash, sheets: sheets,
                imports: decisions.count { $0.fate == .create || $0.fate == .join },
                reviewPairs: matched.reviews.count)
            let file = try ReportFile(folder.unfinished(.summary))
            try file.write(summary.json)
            try file.flush()
            return summary
        }
    }
}

// MARK: - Reading

extension MigrationPlanner {
    private func records() throws(MigrationError) -> [NormalisedRecord] {
        var records: [NormalisedRecord] = []
        records.reserveCapacity(rowCount)
        for file in files {
            let source = mapping.sources[file.source]
            let normaliser: RowNormaliser
            do throws(MappingError) {
                normaliser = try RowNormaliser(
                    source, source: file.source, file: file.file, header: file.survey.header,
                    asOf: basis.day)
            } catch {
                throw .mapping(error)
            }
            let check = IdentityCheck(source, basis: basis)
            try file.forEachRow { row throws(MigrationError) in
                var record = normaliser.record(of: row)
                check.apply(to: &record)
                records.append(record)
                report(.read, records.count)
            }
        }
        return records
    }

    /// The places of the rows that the journal has already.
    private func imported(
        among records: [NormalisedRecord]
    ) throws(MigrationError) -> Set<Int> {
        let lines = try basis.importedLines(of: Set(files.map(\.sha256)))
        guard !lines.isEmpty else { return [] }
        var imported: Set<Int> = []
        for (index, record) in records.enumerated() {
            let file = files.first {
                $0.source == record.key.source && $0.file == record.key.file
            }
            if let file, lines[file.sha256]?.contains(Int64(record.line)) == true {
                imported.insert(index)
            }
        }
        return imported
    }

    private func report(_ step: MigrationProgress.Step, _ done: Int) {
        guard done % MigrationLimits.progressRows == 0 || done == rowCount else { return }
        progress(MigrationProgress(step: step, done: done, total: rowCount))
    }
}

// MARK: - Writing

extension MigrationPlanner {
    private func writeRows(
        _ records: [NormalisedRecord], _ matched: MatchOutcome, _ decisions: [RowDecision],
        to folder: PlanFolder
    ) throws(MigrationError) -> (sheets: [ControlSheet], hash: PlanHash) {
        let plan = try storing { () throws(StoreError) in
            try PlanWriter(path: folder.unfinished(.plan), head: head(of: records))
        }
        let rejects = try RejectReport(path: folder.unfinished(.rejects))
        var sheets = terms.map { ControlSheet(name: $0.name) }
        var index = 0
        for file in files {
            let writer = RowPlanner(
                file, terms: terms[file.source], columns: mapping.sources[file.source].columns,
                day: basis.day)
            try file.forEachRow { source throws(MigrationError) in
                guard index < records.count else { throw .fileChanged(file: file.name) }
                let (row, command) = writer.row(
                    source, as: records[index], decided: decisions[index])
                try storing { () throws(StoreError) in try plan.append(row) }
                sheets[file.source].add(row, booking: command.map { Booking($0) })
                if row.fate == .reject {
                    try rejects.write(
                        row, because: matched.fates[index], in: file.name,
                        source: terms[file.source].name)
                }
                index += 1
                report(.plan, index)
            }
        }
        try rejects.finish()
        let hash = try storing { () throws(StoreError) in try plan.finish() }
        return (sheets, hash)
    }

    private func head(of records: [NormalisedRecord]) -> PlanHead {
        var totals: [[Tally]] = mapping.sources.map { $0.files.map { _ in Tally() } }
        for record in records { totals[record.key.source][record.key.file].add(record.points) }
        let planned = files.map { file in
            let tally = totals[file.source][file.file]
            return PlannedFile(
                source: file.source, file: file.file, sourceName: terms[file.source].name,
                channel: terms[file.source].channel,
                path: file.location.path(percentEncoded: false), sha256: file.sha256,
                rows: file.survey.records, positive: tally.positive, negative: tally.negative)
        }
        return PlanHead(
            program: basis.rules.program.name, journal: basis.journal, rules: basis.rules.hash,
            day: basis.day, occurredAt: basis.occurredAt, balances: mapping.balances,
            files: planned)
    }

    private func storing<Result>(
        _ body: () throws(StoreError) -> Result
    ) throws(MigrationError) -> Result {
        do throws(StoreError) {
            return try body()
        } catch {
            throw .store(error)
        }
    }
}
