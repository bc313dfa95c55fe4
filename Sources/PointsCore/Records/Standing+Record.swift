// MARK: - Canonical bytes

extension Standing {
    func write(to writer: inout RecordWriter) {
        writer.optional(status) { $0.text($1.rawValue) }
        writer.optional(tier) { $0.text($1) }
        writer.optional(memberSince) { $0.date($1) }
        writer.flag(isFirstPurchase)
        writer.list(traits) { writer, trait in
            switch trait {
            case .birthdayMonth: writer.tag(1)
            case .age(let years):
                writer.tag(2)
                writer.count(years.lowerBound)
                writer.count(years.upperBound)
            case .segment(let id):
                writer.tag(3)
                writer.text(id)
            }
        }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            try reader.optional { reader throws(LedgerFault) in
                try reader.named(MemberStatus.self)
            },
            tier: try reader.optionalText(),
            memberSince: try reader.optional { reader throws(LedgerFault) in try reader.date() },
            isFirstPurchase: try reader.flag(),
            traits: try reader.list { reader throws(LedgerFault) in
                switch try reader.tag() {
                case 1: return .birthdayMonth
                case 2:
                    let (least, most) = (try reader.count(), try reader.count())
                    guard least <= most else { throw reader.fault("an age of at least \(least)") }
                    return .age(least...most)
                case 3: return .segment(try reader.text())
                default: throw reader.fault("the tag of what is asked about a person")
                }
            })
    }
}
