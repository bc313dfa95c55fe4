import PointsCore
import PointsJSON
import Testing

@testable import PointsWire

/// Questions about segments, and what is said of offers.
struct OfferDecodingTests {
    private func page(_ members: String) throws(Refusal) -> SegmentPage? {
        let params = (try? JSON(parsing: "{\(members)}").object) ?? [:]
        let command = try CommandDecoder.command(method: "member.list", params: params)
        guard case .listMembers(let page) = command.action else { return nil }
        return page
    }

    @Test func `a page begins with the first member unless a cursor is told`() throws {
        #expect(try page(#""segment":"segments/a""#)?.start == 1)
        let next = try page(#""segment":"segments/a","cursor":"1001","limit":7"#)
        #expect(next == SegmentPage(segment: "segments/a", limit: 7, start: 1_001))
    }

    @Test(arguments: [#""rfm""#, #"["rfm"]"#])
    func `more of each member is shown with rfm`(_ parts: String) throws {
        let page = try page(#""segment":"segments/a","include":\#(parts)"#)
        #expect(page?.isDetailed == true)
    }

    @Test(arguments: [
        (#""cursor":"m_1""#, "/cursor"), (#""cursor":"0""#, "/cursor"), (#""cursor":7"#, "/cursor"),
        (#""include":"profile""#, "/include"), (#""include":["rfm","lots"]"#, "/include"),
    ])
    func `nothing else is shown and no other cursor taken`(
        _ member: String, _ pointer: String
    ) throws {
        let refusal = #expect(throws: Refusal.self) { try page(#""segment":"s",\#(member)"#) }
        guard case .invalidParams(pointer, _)? = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
    }
}
