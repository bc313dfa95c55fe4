import PointsCore
import PointsMigration
import Testing

/// The parts of a row that matching looks at.
struct Person {
    var kana = "タカハシ ケンタ"
    /// The day of birth in May 1985.
    var born: Int?
    var phone: Telephone?
    var email: String?
    var address = ""
    var card: String?
    var link: String?
    var points: Int64 = 0

    enum Telephone: String {
        case home = "03-1234-5678"
        case mobile = "090-1111-2222"
        case free = "0120-444-555"
    }

    func record(source: Int, row: Int) throws -> NormalisedRecord {
        var record = NormalisedRecord(
            key: RowKey(source: source, file: 0, record: row), line: row + 1)
        record.name = MemberName(written: [], kana: [kana])
        record.birthDate = try born.map { day in
            try #require(CivilDate(year: 1985, month: 5, day: day))
        }
        if let phone {
            record.phones = [try #require(PhoneNumber.reading(of: phone.rawValue).usable)]
        }
        if let email { record.emails = [try #require(EmailAddress.reading(of: email).usable)] }
        record.addressKey = AddressKey.key(address)
        let own = source == 0 ? "store_card" : "account"
        record.identities = [
            MemberIdentity(kind: own, value: card ?? "\(source)-\(row)")
        ]
        if let link { record.links = [MemberIdentity(kind: "store_card", value: link)] }
        record.points = points
        return record
    }
}
