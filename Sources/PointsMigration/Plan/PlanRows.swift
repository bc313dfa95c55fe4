internal import PointsCore
internal import PointsStore

/// The rows of a plan, one after the other.
package final class PlanRows {
    private let select: Statement

    init(_ database: Database) throws(StoreError) {
        select = try database.statement(
            """
            SELECT source, file, record, line, fate, reason, outcome, person, kind, value, cell,
                points IS NULL, points, moved, expires, class, company, command
            FROM rows ORDER BY number
            """)
        select.reset()
    }

    deinit {
        select.reset()
    }
}

// MARK: - Reading

extension PlanRows {
    /// The next row; nil at the end.
    ///
    /// - Throws: ``MigrationError/store(_:)``
    package func nextRow() throws(MigrationError) -> PlannedRow? {
        do throws(StoreError) {
            return try next()
        } catch {
            throw .store(error)
        }
    }

    /// The next row; nil at the end.
    ///
    /// - Throws: ``StoreError/damaged(table:problem:)`` for a row that no plan has.
    func next() throws(StoreError) -> PlannedRow? {
        guard try select.step() else { return nil }
        let key = RowKey(
            source: Int(select.integer(0)), file: Int(select.integer(1)),
            record: Int(select.integer(2)))
        guard let fate = PlannedFate(rawValue: select.text(4)),
            let outcome = PointsOutcome(rawValue: select.text(6))
        else {
            throw .damaged(table: "rows", problem: "row \(key.record) has no fate")
        }
        let kind = select.text(8)
        let person = Int(select.integer(7))
        return PlannedRow(
            key: key, line: Int(select.integer(3)), fate: fate, reason: select.text(5),
            outcome: outcome, person: person == 0 ? nil : person,
            identity: kind.isEmpty ? nil : MemberIdentity(kind: kind, value: select.text(9)),
            cell: select.text(10), points: select.integer(11) != 0 ? nil : select.integer(12),
            moved: select.integer(13), expiresOn: CivilDate(select.text(14)),
            pointClass: select.text(15), company: select.text(16), command: select.bytes(17))
    }
}
