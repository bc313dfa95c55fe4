internal import Foundation

/// A text file that is written piece by piece.
final class ReportFile {
    private let path: String
    private let handle: FileHandle
    private var buffer: [UInt8] = []

    private static let bufferBytes = 65_536

    /// Makes the file, readable to its owner only.
    init(_ path: String) throws(MigrationError) {
        self.path = path
        let isMade = FileManager.default.createFile(
            atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        guard isMade, let handle = FileHandle(forWritingAtPath: path) else {
            throw .file(path: path, problem: "it cannot be made")
        }
        self.handle = handle
    }

    deinit {
        try? handle.close()
    }
}

// MARK: - Writing

extension ReportFile {
    func write(_ bytes: [UInt8]) throws(MigrationError) {
        buffer += bytes
        if buffer.count >= ReportFile.bufferBytes { try flush() }
    }

    /// Writes a row of RFC 4180, every cell made safe for spreadsheets.
    func write(row cells: [String]) throws(MigrationError) {
        try write(Array((cells.map(CSVCell.text).joined(separator: ",") + "\r\n").utf8))
    }

    func flush() throws(MigrationError) {
        do {
            try handle.write(contentsOf: Data(buffer))
        } catch {
            throw .file(path: path, problem: error.localizedDescription)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
