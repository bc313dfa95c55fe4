internal import PointsCore
package import PointsStore

// MARK: - For people

extension RowDifference {
    /// The table, the key, what the journal says and what the table has.
    package var text: String {
        let name = key.map { RowDifference.text(of: $0) }.joined(separator: " ")
        let has = kept.map { describe($0) } ?? "no such row"
        let says = journal.map { describe($0) } ?? "no such row"
        return "\(table.rawValue) \(name): the journal says \(says); the table has \(has)."
    }

    private func describe(_ columns: [StoredValue]) -> String {
        if table == .members, case .bytes(let record)? = columns.first,
            let member = try? Member(record: record)
        {
            let wallet = member.wallet
            let points =
                "\(wallet.available) available, \(wallet.pending) pending, \(wallet.held) held, \(wallet.debt) debt"
            return "\(member.status.rawValue) with \(points) (\(bytesText(record)))"
        }
        if table == .holds, case .bytes(let record)? = columns.first,
            let hold = try? HoldProgress(record: record)
        {
            return "\(hold.status.rawValue) with \(hold.captured) captured (\(bytesText(record)))"
        }
        return columns.map { RowDifference.text(of: $0) }.joined(separator: " ")
    }

    private func bytesText(_ bytes: [UInt8]) -> String { RowDifference.text(of: .bytes(bytes)) }

    private static func text(of value: StoredValue) -> String {
        switch value {
        case .null: "nothing"
        case .integer(let number): String(number)
        case .text(let text): "\"\(text.text)\""
        case .bytes(let bytes): "x'\(Hexadecimal.text(of: bytes))'"
        }
    }
}
