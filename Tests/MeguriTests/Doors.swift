import PointsCore
import PointsEngine
import PointsHTTP
import PointsJSON
import PointsWire
import TestSupport

@testable import meguri

/// Both doors, each before an engine of its own with the same clock, chance and key.
struct Doors {
    let folder: TemporaryFolder
    let pipe: Engine
    let web: Engine

    init(rules: String = "fixtures/rules/check") throws {
        folder = try TemporaryFolder()
        pipe = try Doors.engine(at: folder.database("pipe.db"), under: rules)
        web = try Doors.engine(at: folder.database("web.db"), under: rules)
    }

    private static func engine(at path: String, under rules: String) throws -> Engine {
        let words = [
            "--db", path, "--rules", Repository.path(rules),
            "--clock", "2026-06-10T12:00:00+09:00", "--seed", "1",
        ]
        return try EngineOpening.open(Arguments(words, options: EngineOpening.options))
    }

    /// The reply to a line on the pipe; `nil` for a notification.
    func reply(to line: String) throws -> JSON? {
        let document = RPCDocument(parsing: Array(line.utf8)[...])
        let results = pipe.execute(document.commands)
        let encoder = ReplyEncoder(calendar: pipe.calendar)
        return try document.answer(results[...], encoder: encoder).map { try JSON(parsing: $0) }
    }

    /// The response to a request over HTTP.
    func response(to request: HTTPRequest) -> HTTPResponse {
        responses(to: [request])[0]
    }

    /// The responses to the requests of one round, when the last of them has come.
    func responses(to requests: [HTTPRequest]) -> [HTTPResponse] {
        let door = HTTPDoor(engine: web)
        let answers = door.answer(requests)
        var late: [HTTPTicket: HTTPResponse] = [:]
        while door.hasWork {
            for (ticket, response) in door.work() { late[ticket] = response }
        }
        return answers.map { answer in
            switch answer {
            case .response(let response): response
            case .later(let ticket): late[ticket] ?? HTTPResponse(status: 500)
            }
        }
    }
}
