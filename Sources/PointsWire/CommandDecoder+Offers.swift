internal import PointsCore
internal import PointsJSON

// MARK: - Segments and offers

extension CommandDecoder {
    static func offerAction(
        of method: Method, from reader: inout ParameterReader
    ) throws(Refusal) -> Action {
        switch method {
        case .memberList:
            let segment = try reader.text("segment")
            let (limit, cursor) = try page(from: &reader, prefix: "")
            let parts = try reader.parts("include")
            guard parts.isSubset(of: [.rfm]) else {
                throw reader.refusal("include", "rfm, or left out")
            }
            return .listMembers(
                SegmentPage(
                    segment: segment, limit: limit, start: cursor?.number ?? 1,
                    isDetailed: parts.contains(.rfm)))
        case .offerClaim:
            let member = try reader.member("member")
            return .claimOffer(member, offer: try reader.text("offer"))
        default: return .listOffers(try reader.member("member"))
        }
    }
}
