package import PointsCore

// MARK: - How consents were given

extension LedgerStore {
    /// Keeps how a member answered in an entry.
    package func keepConsentEvidence(
        _ evidence: ConsentEvidence, of member: Int64, since entry: JournalPosition
    ) throws(StoreError) {
        let insert = try database.statement(
            """
            INSERT INTO consent_evidence (position, member, place, text, form, ip, browser, note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        try insert.bind(entry.number, at: 1)
        try insert.bind(member, at: 2)
        for (index, name) in ConsentEvidence.names.enumerated() {
            try insert.bind(evidence.values[name], at: Int32(index + 3))
        }
        try insert.run()
    }

    /// How the answers of an entry were given, as far as that is kept.
    package func consentEvidence(
        since entry: JournalPosition
    ) throws(StoreError) -> ConsentEvidence? {
        let select = try database.statement(
            """
            SELECT place, text, form, ip, browser, note FROM consent_evidence
            WHERE position = ?
            """)
        try select.bind(entry.number, at: 1)
        defer { select.reset() }
        guard try select.step() else { return nil }
        var values: [String: String] = [:]
        for (index, name) in ConsentEvidence.names.enumerated() {
            let value = select.text(Int32(index))
            // Nothing that is kept is empty: NULL reads as empty text.
            if !value.isEmpty { values[name] = value }
        }
        return ConsentEvidence(values: values)
    }

    /// Forgets how a member answered.
    package func eraseConsentEvidence(of member: Int64) throws(StoreError) {
        let delete = try database.statement("DELETE FROM consent_evidence WHERE member = ?")
        try delete.bind(member, at: 1)
        try delete.run()
    }
}
