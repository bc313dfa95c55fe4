/// An e-mail address.
package struct EmailAddress: Hashable, Sendable {
    /// The address in narrow lower-case letters, otherwise as given.
    package let address: String

    /// The form in which spellings of one mailbox meet.
    ///
    /// Gmail ignores dots and what follows a plus sign; nobody else is assumed to.
    package let key: String
}

// MARK: - Reading

extension EmailAddress {
    /// Local parts that people at a till type when there is no address.
    private static let fillers: Set<String> = [
        "test", "nomail", "no-mail", "noemail", "nomailaddress", "dummy", "none", "noreply",
        "no-reply",
    ]

    /// Reads an address.
    ///
    /// Odd but real ones such as `a..b.@docomo.ne.jp` are kept.
    package static func reading(of text: String) -> Reading<EmailAddress> {
        let address = WidthFolding.trimmed(text).lowercased()
        guard !address.isEmpty else { return .missing }
        guard let at = address.utf8.lastIndex(of: UInt8(ascii: "@")), at != address.startIndex
        else { return .invalid(.at) }
        let local = String(address[..<at])
        let domain = String(address[address.utf8.index(after: at)...])
        guard isLocal(local) else { return .invalid(.local) }
        if fillers.contains(local) {
            return .placeholder(EmailAddress(address: address, key: address))
        }
        guard isDomain(domain) else { return .invalid(.domain) }
        return .value(
            EmailAddress(address: address, key: mailbox(local, at: domain)))
    }

    private static func mailbox(_ local: String, at domain: String) -> String {
        guard domain == "gmail.com" || domain == "googlemail.com" else {
            return local + "@" + domain
        }
        let name = local.prefix { $0 != "+" }.filter { $0 != "." }
        return (name.isEmpty ? local : String(name)) + "@gmail.com"
    }

    /// RFC 5322, section 3.4.1, but for the dots: carriers once gave out addresses with two of them
    /// in a row or one at the end.
    private static func isLocal(_ local: String) -> Bool {
        if local.utf8.count > 2, local.hasPrefix("\""), local.hasSuffix("\"") { return true }
        return local.utf8.allSatisfy { isAlphanumeric($0) || localSigns.contains($0) }
    }

    private static let localSigns = Array(".!#$%&'*+-/=?^_`{|}~".utf8)

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Labels of letters, digits and hyphens, at least two; letters beyond ASCII are let through.
    private static func isDomain(_ domain: String) -> Bool {
        let hyphen = UInt8(ascii: "-")
        let labels = domain.utf8.split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return labels.count > 1
            && labels.allSatisfy { label in
                !label.isEmpty && label.first != hyphen && label.last != hyphen
                    && label.allSatisfy { isAlphanumeric($0) || $0 == hyphen || $0 >= 0x80 }
            }
    }
}
