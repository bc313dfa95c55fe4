/// The opaque name of a member: where the member's row is, and 64 random bits that nobody can guess.
///
/// The text is `m_` and 26 characters. The row number in it is masked by the random part, so that ids tell neither
/// how many members there are nor who came first, and a lookup still needs no index.
package struct MemberID: Hashable, Sendable {
    /// Counts members from 1; 0 is the program itself.
    package let number: Int64
    /// Random bits given on joining.
    package let token: UInt64

    /// The member in row `number` that was given `token`.
    package init(number: Int64, token: UInt64) {
        self.number = number
        self.token = token
    }

    /// Reads the text form; `nil` if it is none.
    package init?(_ text: String) {
        guard text.utf8.starts(with: "m_".utf8),
            let bits = Base32.bits(of: text.dropFirst(2))
        else { return nil }
        let number = Int64(bitPattern: bits.high ^ MemberID.mask(bits.low))
        guard number > 0 else { return nil }
        self.init(number: number, token: bits.low)
    }

    /// The finaliser of SplitMix64: every bit of the token moves every bit of the mask.
    private static func mask(_ token: UInt64) -> UInt64 {
        var mixed = token
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension MemberID: CustomStringConvertible {
    /// `m_` and 26 characters.
    package var description: String {
        "m_" + Base32.text(high: UInt64(bitPattern: number) ^ MemberID.mask(token), low: token)
    }
}
