internal import Foundation
internal import PointsCore

/// The hash of a whole file.
enum FileHash {
    /// SHA-256, 32 bytes.
    static func sha256(of file: URL) throws -> [UInt8] {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        var hash = SHA256()
        while let chunk = try handle.read(upToCount: MigrationLimits.chunkBytes), !chunk.isEmpty {
            hash.update([UInt8](chunk))
        }
        return hash.digest()
    }
}
