// MARK: - Canonical bytes of events about a person

extension Event {
    /// An event about who is a member and what they said, by its tag.
    init(aboutAPerson tag: UInt8, from reader: inout RecordReader) throws(LedgerFault) {
        switch tag {
        case 23: self = .registered(try Registered(from: &reader))
        case 24: self = .suspended(reason: try reader.text())
        case 25: self = .resumed(try Resumed(from: &reader))
        case 26: self = .identityUnlinked(kind: try reader.text())
        case 27: self = .identityReplaced(kind: try reader.text())
        case 30: self = .consentsRecorded(try ConsentsRecorded(from: &reader))
        case 31:
            self = .preferencesSet(
                try reader.list { reader throws(LedgerFault) in
                    try PreferenceSetting(from: &reader)
                })
        case 32: self = .policyPublished(try PolicyPublished(from: &reader))
        case 35:
            self = .profileChanged(
                fields: try reader.list { reader throws(LedgerFault) in try reader.text() })
        case 36: self = .erased(try Erased(from: &reader))
        case 40: self = .offerClaimed(try OfferClaimed(from: &reader))
        case 50: self = .absorbed(try Absorbed(from: &reader))
        case 51:
            self = .mergedInto(MemberID(number: try reader.number(), token: try reader.bits()))
        case 52: self = .released(try Parted(from: &reader))
        case 53: self = .cameApart(try Parted(from: &reader))
        default: throw reader.fault("the tag of an event")
        }
    }
}
