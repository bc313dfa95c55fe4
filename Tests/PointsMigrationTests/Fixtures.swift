import Foundation
import PointsMigration

/// The files under `fixtures/`.
enum Fixtures {
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "fixtures")

    static func file(_ path: String) -> URL {
        folder.appending(path: path)
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: file(path)))
    }
}
