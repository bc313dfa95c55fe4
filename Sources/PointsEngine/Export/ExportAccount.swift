internal import PointsCore

/// An account of the whole program by its full name: whose it is, and which.
struct ExportAccount: Hashable {
    /// The member's number; 0 for accounts of the program.
    let member: Int64
    let account: Account

    init(_ account: Account, of member: Int64) {
        self.account = account
        self.member = account.isMembers ? member : Entry.programMember
    }

    /// A member's name in exports, the same in each form.
    static func name(ofMember number: Int64) -> String { "M\(number)" }

    /// The parts of the name from the root on, in small letters, digits and dashes.
    ///
    /// What the program owes its members is a liability, what it granted an expense; the rest is equity.
    var parts: [String] {
        if account.isMembers {
            return ["liabilities", "member", Self.name(ofMember: member), account.name]
        }
        let root: String
        switch account {
        case .issued, .migrated: root = "expenses"
        default: root = "equity"
        }
        return [root, account.name]
            + [account.company, account.source].compactMap { $0.map(Self.plain) }
    }

    /// A name that every tool takes as a part of an account's.
    ///
    /// A name that has to be changed for it gets the beginning of its SHA-256, so that no two become one.
    private static func plain(_ name: String) -> String {
        let isPlain: (UInt8) -> Bool = { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        let bytes = Array(name.utf8)
        let kept = bytes.filter { isPlain($0) || $0 == UInt8(ascii: "-") }
        if kept == bytes, let first = bytes.first, isPlain(first) { return name }
        let digest = Hexadecimal.text(of: Array(SHA256.digest(bytes).prefix(digestBytes)))
        return String(decoding: kept.drop { !isPlain($0) }, as: UTF8.self) + "x" + digest
    }

    /// Bytes kept of the digest of a name that had to be changed.
    private static let digestBytes = 4
}

// MARK: - Order

extension ExportAccount {
    /// By member, then by name: the program's accounts first.
    static func precedes(_ left: ExportAccount, _ right: ExportAccount) -> Bool {
        guard left.member == right.member else { return left.member < right.member }
        return left.parts.lexicographicallyPrecedes(right.parts)
    }
}
