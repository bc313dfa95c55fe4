import Foundation
import PointsCore
import PointsWire
import Testing

@testable import meguri

/// Code, reference page and protocol have one table of errors.
struct ErrorTableTests {
    /// The protocol's table, in its order, with the HTTP statuses.
    private static let contract: [(name: String, status: Int)] = [
        ("parse_error", 400), ("invalid_request", 400), ("unauthenticated", 401),
        ("forbidden", 403), ("unknown_method", 404), ("invalid_params", 422),
        ("payload_too_large", 413), ("rate_limited", 429), ("idempotency_conflict", 409),
        ("member_unknown", 404), ("purchase_unknown", 404), ("hold_unknown", 404),
        ("line_unknown", 404), ("policy_unknown", 404), ("member_merged", 409),
        ("member_withdrawn", 409), ("member_suspended", 409), ("member_provisional", 409),
        ("identity_taken", 409), ("identity_invalid", 422), ("purchase_exists", 409),
        ("purchase_closed", 409), ("hold_closed", 409), ("hold_expired", 409),
        ("quantity_exceeds_remaining", 409), ("redeem_not_allowed", 422),
        ("insufficient_points", 409), ("merge_not_reversible", 409), ("day_not_closable", 409),
        ("rules_invalid", 422), ("points_out_of_range", 422), ("busy", 503),
        ("storage_failure", 503), ("internal", 500),
    ]

    /// Errors that came after the protocol was first written down.
    private static let additions: Set<String> = [
        "withdrawal_blocked", "status_conflict", "identity_blocked", "consent_required",
        "offer_unavailable",
    ]

    /// Codes that the specification of JSON-RPC 2.0 gives, section 5.1.
    private static let standardCodes: [ErrorCode: Int64] = [
        .parseError: -32_700, .invalidRequest: -32_600, .unknownMethod: -32_601,
        .invalidParams: -32_602, .internal: -32_603,
    ]

    /// The cells of the rows of the reference page's table.
    private static func page() throws -> [[String]] {
        try Repository.text("Documentation/errors.md").split(separator: "\n")
            .filter { $0.hasPrefix("| `") }
            .map { row in
                row.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
                    .map { $0.trimmingCharacters(in: .whitespaces) }
            }
    }

    @Test
    func `errors are declared in the order of the protocol with its statuses`() {
        let codes = ErrorCode.allCases.filter { !Self.additions.contains($0.rawValue) }
        #expect(codes.map(\.rawValue) == Self.contract.map(\.name))
        #expect(codes.map(StatusTable.status) == Self.contract.map(\.status))
    }

    @Test
    func `the reference page has every error in its order with both codes`() throws {
        let rows = try Self.page()
        #expect(rows.map { $0[0] } == ErrorCode.allCases.map { "`\($0.rawValue)`" })
        #expect(rows.map { $0[1] } == ErrorCode.allCases.map { "\(StatusTable.status(of: $0))" })
        #expect(rows.map { $0[2] } == ErrorCode.allCases.map { "\(RPCError.code(of: $0))" })
    }

    @Test
    func `the reference page says of each error what it means and what to do`() throws {
        for row in try Self.page() {
            #expect(row.count == 5, "\(row[0])")
            #expect(row.dropFirst(3).allSatisfy { $0.hasSuffix(".") }, "\(row[0])")
        }
    }

    @Test
    func `the reference page names the fields of each error`() throws {
        let rows = try Self.page()
        for refusal in Refusal.samples {
            let row = try #require(rows.first { $0[0] == "`\(refusal.code.rawValue)`" })
            for detail in refusal.details {
                #expect(row[3].contains("`\(detail.name)`"), "\(refusal.code) \(detail.name)")
            }
        }
    }

    @Test
    func `each error has a JSON-RPC code of its own`() {
        let codes = ErrorCode.allCases.map(RPCError.code)
        #expect(Set(codes).count == codes.count)
        for (error, code) in zip(ErrorCode.allCases, codes) {
            if let standard = Self.standardCodes[error] {
                #expect(code == standard)
            } else {
                // Section 5.1 leaves these to the server.
                #expect((-32_099 ... -32_000).contains(code), "\(error)")
            }
        }
    }

    @Test(arguments: ErrorCode.allCases)
    func `a name is small letters and underscores`(_ code: ErrorCode) {
        #expect(code.rawValue.wholeMatch(of: /[a-z]+(_[a-z]+)*/) != nil)
    }
}
