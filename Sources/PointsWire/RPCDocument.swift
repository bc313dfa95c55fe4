package import PointsCore
package import PointsJSON

/// One JSON-RPC 2.0 document, a request or a batch of them, and the form of its answer.
package struct RPCDocument {
    /// The requests, in order.
    package let calls: [RPCCall]
    /// What the document asks for, in order, without what was refused already.
    package let commands: [Command]

    private let isBatch: Bool

    /// Reads a document.
    ///
    /// Whatever the bytes are, there is an answer to them.
    ///
    /// - Parameters:
    ///   - bytes: The document.
    ///   - bounds: What the documents that came with it have asked for; `nil` for one that stands alone.
    package init(parsing bytes: ArraySlice<UInt8>, within bounds: BatchBounds? = nil) {
        guard bytes.count <= WireLimits.requestBytesMax else {
            self.init(refused: .payloadTooLarge(bytesMax: WireLimits.requestBytesMax))
            return
        }
        do throws(JSONParseError) {
            self.init(try JSON(parsing: bytes), within: bounds)
        } catch {
            self.init(refused: .parseError(error.message))
        }
    }

    /// Reads a document that is parsed.
    package init(_ json: JSON, within bounds: BatchBounds? = nil) {
        guard let elements = json.array else {
            let call = RPCCall(json)
            self.init(calls: [bounds?.admit(call) ?? call], isBatch: false)
            return
        }
        guard !elements.isEmpty, elements.count <= WireLimits.batchRequestsMax else {
            self.init(
                refused: .invalidRequest(
                    "a batch has 1 to \(WireLimits.batchRequestsMax) requests"))
            return
        }
        let shared = bounds ?? BatchBounds()
        self.init(calls: elements.map { shared.admit(RPCCall($0)) }, isBatch: true)
    }

    /// A document that is refused as a whole.
    package init(refused refusal: Refusal) {
        self.init(calls: [RPCCall(refused: refusal)], isBatch: false)
    }

    private init(calls: [RPCCall], isBatch: Bool) {
        self.calls = calls
        self.isBatch = isBatch
        commands = calls.compactMap { try? $0.command.get() }
    }

    /// The answer, given the results of ``commands``; `nil` if only notifications came.
    package func answer(
        _ results: ArraySlice<Result<Reply, Refusal>>, encoder: ReplyEncoder
    ) -> [UInt8]? {
        var rest = results
        var writer = JSONWriter()
        var answered: [(JSON, Result<Reply, Refusal>)] = []
        for call in calls {
            let result: Result<Reply, Refusal>
            switch call.command {
            case .success: result = rest.removeFirst()
            case .failure(let refusal): result = .failure(refusal)
            }
            if let id = call.id { answered.append((id, result)) }
        }
        guard !answered.isEmpty else { return nil }
        if isBatch {
            writer.array { writer in
                for (id, result) in answered {
                    writer.element(object: { Self.write(result, id, encoder, to: &$0) })
                }
            }
        } else {
            for (id, result) in answered {
                writer.object { Self.write(result, id, encoder, to: &$0) }
            }
        }
        return writer.bytes
    }

    private static func write(
        _ result: Result<Reply, Refusal>, _ id: JSON, _ encoder: ReplyEncoder,
        to writer: inout JSONWriter
    ) {
        writer.member("jsonrpc", "2.0")
        writer.member("id", id)
        switch result {
        case .success(let reply):
            writer.member(named: "result") { encoder.write(reply, to: &$0) }
        case .failure(let refusal):
            writer.member(
                "error",
                object: { writer in
                    writer.member("code", RPCError.code(of: refusal.code))
                    writer.member("message", refusal.message)
                    writer.member(
                        "data",
                        object: {
                            $0.member("type", refusal.code.rawValue)
                            ReplyEncoder.writeDetails(of: refusal, to: &$0)
                        })
                })
        }
    }
}
