/// The eight working words of SHA-256 and its compression function (FIPS 180-4, section 6.2.2).
struct SHA256State: Sendable {
    private typealias Words = (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32)

    private var words: Words = (
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
        0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19
    )

    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1,
        0x923f_82a4, 0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3,
        0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786,
        0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147,
        0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13,
        0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
        0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a,
        0x5b9c_ca4f, 0x682e_6ff3, 0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208,
        0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]

    /// The words as 32 bytes, most significant first.
    var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: SHA256.digestBytes) { buffer, count in
            func put(_ word: UInt32, at place: Int) {
                for index in 0..<4 {
                    buffer[place * 4 + index] = UInt8(
                        truncatingIfNeeded: word >> UInt32(24 - 8 * index))
                }
            }
            put(words.0, at: 0)
            put(words.1, at: 1)
            put(words.2, at: 2)
            put(words.3, at: 3)
            put(words.4, at: 4)
            put(words.5, at: 5)
            put(words.6, at: 6)
            put(words.7, at: 7)
            count = SHA256.digestBytes
        }
    }

    /// Takes in whole blocks.
    mutating func compress(_ blocks: UnsafeRawBufferPointer) {
        guard let start = blocks.baseAddress, !blocks.isEmpty else { return }
        SHA256State.constants.withUnsafeBufferPointer { constants in
            guard let constants = constants.baseAddress else { return }
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
                guard let schedule = schedule.baseAddress else { return }
                for offset in stride(from: 0, to: blocks.count, by: SHA256.blockBytes) {
                    SHA256State.expand(start + offset, into: schedule)
                    mix(schedule, constants)
                }
            }
        }
    }

    /// The message schedule of a block.
    @inline(__always)
    private static func expand(
        _ block: UnsafeRawPointer, into schedule: UnsafeMutablePointer<UInt32>
    ) {
        for index in 0..<16 {
            schedule[index] = UInt32(
                bigEndian: block.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self))
        }
        for index in 16..<64 {
            let early = schedule[index &- 15]
            let late = schedule[index &- 2]
            let first = rotate(early, 7) ^ rotate(early, 18) ^ (early >> 3)
            let second = rotate(late, 17) ^ rotate(late, 19) ^ (late >> 10)
            schedule[index] = schedule[index &- 16] &+ first &+ schedule[index &- 7] &+ second
        }
    }

    /// The 64 rounds, eight at a time: then each word is back in its place and none has to be moved.
    @inline(__always)
    private mutating func mix(
        _ schedule: UnsafePointer<UInt32>, _ constants: UnsafePointer<UInt32>
    ) {
        var (a, b, c, d, e, f, g, h) = words
        for index in stride(from: 0, to: 64, by: 8) {
            let next = schedule + index
            let constant = constants + index
            SHA256State.round(a, b, c, &d, e, f, g, &h, next[0] &+ constant[0])
            SHA256State.round(h, a, b, &c, d, e, f, &g, next[1] &+ constant[1])
            SHA256State.round(g, h, a, &b, c, d, e, &f, next[2] &+ constant[2])
            SHA256State.round(f, g, h, &a, b, c, d, &e, next[3] &+ constant[3])
            SHA256State.round(e, f, g, &h, a, b, c, &d, next[4] &+ constant[4])
            SHA256State.round(d, e, f, &g, h, a, b, &c, next[5] &+ constant[5])
            SHA256State.round(c, d, e, &f, g, h, a, &b, next[6] &+ constant[6])
            SHA256State.round(b, c, d, &e, f, g, h, &a, next[7] &+ constant[7])
        }
        words = (
            words.0 &+ a, words.1 &+ b, words.2 &+ c, words.3 &+ d,
            words.4 &+ e, words.5 &+ f, words.6 &+ g, words.7 &+ h
        )
    }

    /// One round: `d` and `h` are the two words that change.
    @inline(__always)
    private static func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
        _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ word: UInt32
    ) {
        let choice = g ^ (e & (f ^ g))
        let majority = (a & b) | (c & (a | b))
        let first = h &+ (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) &+ choice &+ word
        d = d &+ first
        h = first &+ (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ majority
    }

    @inline(__always)
    private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
        word &>> count | word &<< (32 &- count)
    }
}
