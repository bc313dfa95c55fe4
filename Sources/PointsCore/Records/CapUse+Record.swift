// MARK: - Canonical bytes

extension CapUse {
    func write(to writer: inout RecordWriter) {
        writer.text(rule)
        writer.list(scopes) { $0.text($1.rawValue) }
        writer.date(day)
        writer.number(points)
        writer.optional(room) {
            $0.number($1.points)
            $0.text($1.scope.rawValue)
        }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            rule: try reader.text(),
            scopes: try reader.list { reader throws(LedgerFault) in
                try reader.named(Cap.Scope.self)
            },
            day: try reader.date(), points: try reader.number(),
            room: try reader.optional { reader throws(LedgerFault) in
                RuleRoom(points: try reader.number(), scope: try reader.named(Cap.Scope.self))
            })
    }
}
