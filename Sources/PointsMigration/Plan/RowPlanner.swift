internal import PointsCore

/// Writes down what is decided on the rows of one file.
struct RowPlanner {
    private let terms: SourceTerms
    private let columns: ProfileColumns
    private let day: CivilDate
    private let sha256: String

    init(_ file: SurveyedFile, terms: SourceTerms, columns: ColumnMapping, day: CivilDate) {
        self.terms = terms
        self.columns = ProfileColumns(columns, header: file.survey.header)
        self.day = day
        sha256 = file.sha256
    }
}

// MARK: - Planning

extension RowPlanner {
    /// The row of the plan, and its import if it has one.
    func row(
        _ source: SourceRow, as record: NormalisedRecord, decided decision: RowDecision
    ) -> (row: PlannedRow, command: OpenBalance?) {
        let balance = OpeningBalance(of: record, on: terms, day: day)
        let cell = columns.pointsCell(of: source)
        let command = command(source, record, decision, balance, cell: cell)
        let row = PlannedRow(
            key: record.key, line: record.line, fate: decision.fate, reason: decision.reason,
            outcome: decision.outcome, person: decision.person, identity: decision.identity,
            cell: cell, points: record.points,
            moved: decision.outcome == .moved ? record.points ?? 0 : 0,
            expiresOn: balance.expiresOn, pointClass: terms.pointClass, company: terms.company,
            command: command?.planText ?? [])
        return (row, command)
    }

    private func command(
        _ source: SourceRow, _ record: NormalisedRecord, _ decision: RowDecision,
        _ balance: OpeningBalance, cell: String
    ) -> OpenBalance? {
        var member: MemberReference?
        switch decision.fate {
        case .create: member = nil
        case .join: member = decision.identity.map { .identity(kind: $0.kind, value: $0.value) }
        case .unchanged, .review, .reject: return nil
        }
        let isMoved = decision.outcome == .moved
        return OpenBalance(
            member: member,
            identities: record.identities.map { IdentityClaim(kind: $0.kind, value: $0.value) },
            // The engine takes a profile with a new member only.
            profile: decision.fate == .create ? columns.profile(of: source, as: record) : nil,
            origin: BalanceOpened(
                source: terms.name, file: sha256, line: Int64(record.line), cell: cell),
            company: terms.company, lots: isMoved ? balance.lots : [],
            debt: isMoved ? balance.debt : 0)
    }
}
