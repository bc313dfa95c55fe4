import Foundation
import TestSupport

extension TemporaryFolder {
    /// The path of a database that does not exist yet, beside the key that it will have: with a
    /// fixed key every hash is repeatable too.
    func database(_ name: String = "program.db") throws -> String {
        let database = path + "/" + name
        try Data(1...32).write(to: URL(fileURLWithPath: database + ".key"))
        return database
    }
}
