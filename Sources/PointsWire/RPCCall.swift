package import PointsCore
package import PointsJSON

/// One request of a JSON-RPC 2.0 document, decoded or refused.
package struct RPCCall {
    /// The id to answer under; `nil` for a notification, which gets no answer.
    package let id: JSON?
    /// What it asks for, or why that is no request.
    package let command: Result<Command, Refusal>

    /// Reads a request object.
    init(_ json: JSON) {
        guard let object = json.object else {
            self.init(refused: .invalidRequest("it is \(json.kindName), not an object"))
            return
        }
        let id = object["id"]
        switch id {
        case nil, .null?, .string?, .integer?, .decimal?: break
        default:
            self.init(refused: .invalidRequest("the id should be text, a number or null"))
            return
        }
        guard object["jsonrpc"]?.string == "2.0" else {
            self.init(refused: .invalidRequest("\"jsonrpc\" should be \"2.0\""), id: id ?? .null)
            return
        }
        guard let method = object["method"]?.string else {
            self.init(refused: .invalidRequest("\"method\" should be text"), id: id ?? .null)
            return
        }
        self.init(
            id: id, command: RPCCall.command(method: method, params: object["params"]))
    }

    private init(id: JSON?, command: Result<Command, Refusal>) {
        self.id = id
        self.command = command
    }

    private static func command(method: String, params: JSON?) -> Result<Command, Refusal> {
        do throws(Refusal) {
            guard Method(rawValue: method) != nil else { throw .unknownMethod(method) }
            switch params {
            case nil: return .success(try CommandDecoder.command(method: method, params: [:]))
            case .object(let object)?:
                return .success(try CommandDecoder.command(method: method, params: object))
            default:
                throw .invalidParams(pointer: "", expected: "an object with a member for each")
            }
        } catch {
            return .failure(error)
        }
    }

    /// The same request, refused.
    func refused(_ refusal: Refusal) -> RPCCall {
        RPCCall(id: id, command: .failure(refusal))
    }

    /// A request that cannot be understood; it is answered under `null` if its id is not known.
    init(refused refusal: Refusal, id: JSON = .null) {
        self.init(id: id, command: .failure(refusal))
    }
}
