package import PointsCore

/// One row in the forms that are compared and counted.
///
/// The text of the row stays where it is.
package struct NormalisedRecord: Hashable, Sendable {
    /// Which row it is.
    package let key: RowKey
    /// The line on which the row starts.
    package let line: Int
    /// The identities, the row's own first; empty only in a rejected row.
    package var identities: [MemberIdentity] = []
    /// The identities of other rows that this one names.
    package var links: [MemberIdentity] = []
    /// The name.
    package var name = MemberName(written: [], kana: [])
    /// The birth date, unless it only fills the field.
    package var birthDate: CivilDate?
    /// The telephone numbers, each once.
    package var phones: [PhoneNumber] = []
    /// The e-mail addresses, each once.
    package var emails: [EmailAddress] = []
    /// The postal code, seven digits.
    package var postalCode: String?
    /// The ``AddressKey`` of the address; empty if there is none.
    package var addressKey = ""
    /// The day of joining.
    package var joinedOn: CivilDate?
    /// The day of the last activity.
    package var lastActivityOn: CivilDate?
    /// The balance, negative for a debt; nil if the file gives none, which is not zero.
    package var points: Int64?
    /// The day on which the balance expires, if the file gives one.
    package var pointsExpireOn: CivilDate?
    /// Whether the member has left.
    package var isWithdrawn = false
    /// Why the row cannot be migrated; nil if it can.
    package var rejection: RejectReason?
    /// What else could not be read.
    package var remarks: [FieldRemark] = []

    /// A record that says nothing yet.
    package init(key: RowKey, line: Int) {
        self.key = key
        self.line = line
    }
}
