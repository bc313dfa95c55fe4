// MARK: - Projection row

extension CapBudgets {
    func write(to writer: inout RecordWriter) {
        writer.list(points.sorted { $0.key < $1.key }) {
            $0.text($1.key)
            $0.number($1.value)
        }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        let rows = try reader.list { reader throws(LedgerFault) in
            (rule: try reader.text(), points: try reader.number())
        }
        self.init(points: Dictionary(rows.map { ($0.rule, $0.points) }, uniquingKeysWith: +))
    }
}
