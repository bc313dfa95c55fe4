/// What an entry is about, read from its record without its texts: a third of the time, where most entries are passed over.
package struct EntryOutline: Hashable, Sendable {
    /// The entry's place.
    package let position: JournalPosition
    /// The member it is about.
    package let member: Int64
    /// What it tells.
    package let subject: Subject

    /// What an entry may tell.
    package enum Subject: Hashable, Sendable {
        /// Something of this purchase came back.
        case returned(JournalPosition)
        /// The set of rules with this hash came into force.
        case rulesActivated([UInt8])
        /// Something else.
        case other
    }

    /// The outline of a record; whether the rest of it is sound is not looked at.
    package init(record: [UInt8]) throws(LedgerFault) {
        var reader = try RecordReader(record, skimming: true)
        position = try reader.position()
        member = try reader.number()
        _ = try reader.position()
        _ = try Cause(from: &reader)
        // The tags of ``Event``; what is looked for comes first behind them.
        switch try reader.tag() {
        case 10: subject = .returned(try reader.position())
        case 17: subject = .rulesActivated(try reader.raw())
        default: subject = .other
        }
    }
}
