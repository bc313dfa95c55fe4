import TestSupport
import Testing

@testable import PointsCore

struct SHA256Tests {
    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            let digits = String(byte, radix: 16)
            return digits.utf8.count == 1 ? "0" + digits : digits
        }.joined()
    }

    /// The examples that NIST publishes for FIPS 180-4.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ])
    func `agrees with the published examples`(_ message: String, _ digest: String) {
        #expect(Self.hexadecimal(SHA256.digest(Array(message.utf8))) == digest)
    }

    @Test
    func `agrees with the published example of a million letters`() {
        var hash = SHA256()
        let thousand = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000)
        for _ in 0..<1_000 { hash.update(thousand) }
        #expect(
            Self.hexadecimal(hash.digest())
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    /// The bytes 0, 1, 2 and so on, around the length at which the padding needs a block of its own.
    @Test(arguments: [
        (55, "463eb28e72f82e0a96c0a4cc53690c571281131f672aa229e0d45ae59b598b59"),
        (56, "da2ae4d6b36748f2a318f23e7ab1dfdf45acdc9d049bd80e59de82a60895f562"),
        (57, "2fe741af801cc238602ac0ec6a7b0c3a8a87c7fc7d7f02a3fe03d1c12eac4d8f"),
        (58, "e03b18640c635b338a92b82cce4ff072f9f1aba9ac5261ee1340f592f35c0499"),
        (59, "bd2de8f5dd15c73f68dfd26a614080c2e323b2b51b1b5ed9d7933e535d223bda"),
        (60, "0ddde28e40838ef6f9853e887f597d6adb5f40eb35d5763c52e1e64d8ba3bfff"),
        (61, "4b5c2783c91ceccb7c839213bcbb6a902d7fe8c2ec866877a51f433ea17f3e85"),
        (62, "c89da82cbcd76ddf220e4e9091019b9866ffda72bee30de1effe6c99701a2221"),
        (63, "29af2686fd53374a36b0846694cc342177e428d1647515f078784d69cdb9e488"),
        (64, "fdeab9acf3710362bd2658cdc9a29e8f9c757fcf9811603a8c447cd1d9151108"),
        (65, "4bfd2c8b6f1eec7a2afeb48b934ee4b2694182027e6d0fc075074f2fabb31781"),
    ])
    func `pads every length around a block`(_ length: Int, _ digest: String) {
        let message = (0..<length).map { UInt8($0) }
        #expect(Self.hexadecimal(SHA256.digest(message)) == digest)
    }

    @Test(arguments: [UInt64(10), 11, 12])
    func `does not mind how a message is cut`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let message = (0..<300).map { _ in UInt8.random(in: 0...255, using: &random) }
        let whole = SHA256.digest(message)
        for _ in 0..<20 {
            let first = Int.random(in: 0...300, using: &random)
            let second = Int.random(in: first...300, using: &random)
            let cut = SHA256.digest(
                Array(message[..<first]), Array(message[first..<second]), Array(message[second...]))
            try #require(cut == whole, "seed \(seed): cut at \(first) and \(second)")
        }
    }

    @Test
    func `two pieces give what all their bytes give, at every length around blocks`() {
        for length in 0...260 {
            let message = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 7) }
            var whole = SHA256()
            for byte in message { whole.update([byte]) }
            for cut in [0, length / 3, min(32, length), length] {
                let first: [UInt8] = Array(message[..<cut])
                let second: [UInt8] = Array(message[cut...])
                #expect(SHA256.digest(first, second) == whole.digest(), "\(length), cut at \(cut)")
            }
        }
    }

    struct Authentication: Sendable {
        let key: [UInt8]
        let message: [UInt8]
        let code: String
    }

    /// The test cases 1–4, 6 and 7 of RFC 4231 section 4; case 5 cuts the code short.
    static let authentications = [
        Authentication(
            key: [UInt8](repeating: 0x0b, count: 20), message: Array("Hi There".utf8),
            code: "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
        Authentication(
            key: Array("Jefe".utf8), message: Array("what do ya want for nothing?".utf8),
            code: "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
        Authentication(
            key: [UInt8](repeating: 0xaa, count: 20), message: [UInt8](repeating: 0xdd, count: 50),
            code: "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
        Authentication(
            key: Array(1...25), message: [UInt8](repeating: 0xcd, count: 50),
            code: "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
        Authentication(
            key: [UInt8](repeating: 0xaa, count: 131),
            message: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            code: "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
        Authentication(
            key: [UInt8](repeating: 0xaa, count: 131),
            message: Array(
                ("This is a test using a larger than block-size key and a larger than "
                    + "block-size data. The key needs to be hashed before being used by the "
                    + "HMAC algorithm.").utf8),
            code: "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"),
    ]

    @Test(arguments: authentications)
    func `authenticates as RFC 4231 does`(_ example: Authentication) {
        let code = AuthenticationKey(example.key).code(of: example.message)
        let middle = example.message.count / 2
        let pieces = AuthenticationKey(example.key).code(
            of: Array(example.message[..<middle]), Array(example.message[middle...]))
        #expect(pieces == code)
        #expect(Self.hexadecimal(code) == example.code)
    }
}
