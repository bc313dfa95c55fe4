import Foundation
import TestSupport

extension TemporaryFolder {
    /// A folder in memory where the system has such a file system.
    static func inMemory() throws -> TemporaryFolder {
        let memory = URL(fileURLWithPath: "/dev/shm")
        return FileManager.default.isWritableFile(atPath: memory.path)
            ? try TemporaryFolder(in: memory) : try TemporaryFolder()
    }
}
