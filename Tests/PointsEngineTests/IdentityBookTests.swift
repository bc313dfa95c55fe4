import PointsCore
import Testing

@testable import PointsEngine

struct IdentityBookTests {
    struct Row: Sendable {
        let kind: String
        let value: String
        let kept: String?

        init(_ kind: String, _ value: String, _ kept: String?) {
            self.kind = kind
            self.value = value
            self.kept = kept
        }
    }

    private static let kinds = [
        IdentityKind(name: "ean", check: .ean13),
        IdentityKind(name: "luhn", check: .luhn),
        IdentityKind(name: "card", pattern: "[0-9]{4}|[A-Z]{2}"),
        IdentityKind(name: "email", normalisation: .email),
        IdentityKind(name: "phone", normalisation: .phoneJP),
        IdentityKind(name: "plain"),
    ]

    private func book() throws -> IdentityBook {
        var program = try CheckRules.source().ruleset.program
        program.identityKinds = Dictionary(
            uniqueKeysWithValues: Self.kinds.map { ($0.name, $0) })
        return IdentityBook(program)
    }

    @Test(arguments: [
        Row("ean", "4901234567894", "4901234567894"),
        Row("ean", "4901234567895", nil),
        Row("ean", "4912345678904", "4912345678904"),
        Row("ean", "４９０１２３４５６７８９４", "4901234567894"),
        Row("ean", "490123456789", nil),
        Row("ean", "49012345678940", nil),
        Row("ean", "490123456789X", nil),
        Row("luhn", "4111111111111111", "4111111111111111"),
        Row("luhn", "4111111111111112", nil),
        Row("luhn", "79927398713", "79927398713"),
        Row("luhn", "79927398731", nil),
        Row("luhn", "-9927398713", nil),
        Row("card", "1234", "1234"),
        Row("card", "12345", nil),
        Row("card", "ＡＢ", "AB"),
        Row("card", "ABC", nil),
        Row("card", "1234\nAB", nil),
        Row("card", " 1234\u{2028}", "1234"),
        Row("email", "Taro.Yamada@Example.JP", "taro.yamada@example.jp"),
        Row("email", "\u{3000}ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ ", "taro@example.jp"),
        Row("phone", "090-1234-5678", "09012345678"),
        Row("phone", "０９０（１２３４）５６７８", "09012345678"),
        Row("phone", "+81 90 1234 5678", "09012345678"),
        Row("phone", "+81-090-1234-5678", "09012345678"),
        Row("phone", "＋８１９０１２３４５６７８", "09012345678"),
        Row("phone", "0081 90 1234 5678", "09012345678"),
        // A digit under a keycap is a digit.
        Row("phone", "090-1234-567\u{38}\u{20e3}", "09012345678"),
        Row("phone", "nobody", nil),
        Row("plain", "ﾃｽﾄ", "テスト"),
        Row("plain", "Case Stays", "Case Stays"),
        Row("plain", "cafe\u{301}", "caf\u{e9}"),
        Row("plain", "", nil),
        Row("plain", " \u{3000}\n", nil),
        Row("plain", String(repeating: "x", count: 255), String(repeating: "x", count: 255)),
        Row("plain", String(repeating: "x", count: 256), nil),
        Row("plain", String(repeating: "あ", count: 86), nil),
        Row("shoe_size", "27", nil),
    ])
    func `keeps a value in comparable form or refuses it`(_ row: Row) throws {
        let claim = IdentityClaim(kind: row.kind, value: row.value, isVerified: true)
        let book = try book()
        guard let kept = row.kept else {
            let error = #expect(throws: Refusal.self) { try book.normalised(claim) }
            #expect(error?.code == .identityInvalid)
            return
        }
        let normal = try book.normalised(claim)
        #expect(Array(normal.value.utf8) == Array(kept.utf8))
        #expect(normal.isVerified)
        // Doing it again changes nothing.
        #expect(try book.normalised(normal) == normal)
    }

    @Test func `finds a member by any spelling and refuses it to another`() throws {
        let program = try TestProgram()
        let email = IdentityClaim(kind: "email", value: "Taro@Example.jp")
        let joined = try program.receipt(.join("a", [email]))
        let id = try #require(joined.member?.id)
        let other = MemberReference.identity(kind: "email", value: " ＴＡＲＯ@example.jp")
        let found = try program.reply(to: .member(other))
        guard case .member(let view, _, _) = found else { return }
        #expect(view.id == id)
        #expect(view.identities.map(\.value) == ["taro@example.jp"])
        let again = IdentityClaim(kind: "email", value: "TARO@EXAMPLE.JP")
        #expect(
            try program.refusal(.join("b", [again])) == .identityTaken(kind: "email", owner: id))
    }
}
