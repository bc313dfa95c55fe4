internal import Foundation
internal import PointsCore

/// The bytes of a file through a window that holds what is not yet used.
final class ByteStream {
    /// The unused bytes.
    ///
    /// A byte order mark never shows.
    private(set) var window: [UInt8] = []

    /// The bytes of the file before the window.
    private(set) var offset = 0

    /// Whether the window reaches the end of the file.
    private(set) var isComplete = false

    /// The bytes read so far.
    private(set) var bytesRead = 0

    /// The SHA-256 of the bytes read so far; nil if nobody asked for it.
    var digest: [UInt8]? {
        hash?.digest()
    }

    private var hash: SHA256?
    private let file: URL
    private let handle: FileHandle
    private var transcoder: UTF16Transcoder?

    /// Opens a file.
    ///
    /// UTF-16 comes out as UTF-8.
    ///
    /// - Throws: ``ReadError/cannotOpen(file:reason:)`` or ``ReadError/cannotRead(file:reason:)``.
    init(_ file: URL, encoding: TextEncoding, hashing: Bool = false) throws(ReadError) {
        self.file = file
        do {
            handle = try FileHandle(forReadingFrom: file)
        } catch {
            throw .cannotOpen(file: file.lastPathComponent, reason: error.localizedDescription)
        }
        hash = hashing ? SHA256() : nil
        let start = try nextChunk()
        switch encoding {
        case .cp932:
            window = start
        case .utf8:
            let markBytes = start.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0
            window = Array(start.dropFirst(markBytes))
            offset = markBytes
        case .utf16:
            let isBigEndian = start.starts(with: ByteOrderMark.utf16BigEndian)
            let isMarked = isBigEndian || start.starts(with: ByteOrderMark.utf16LittleEndian)
            transcoder = UTF16Transcoder(isBigEndian: isBigEndian)
            take(isMarked ? start.dropFirst(2) : start[...])
        }
    }

    deinit {
        try? handle.close()
    }
}

// MARK: - Reading

extension ByteStream {
    /// Drops the first bytes of the window and adds the next of the file.
    ///
    /// - Throws: ``ReadError/cannotRead(file:reason:)``.
    func advance(dropping count: Int) throws(ReadError) {
        precondition(!isComplete, "the file has ended")
        window.removeFirst(count)
        offset += count
        take(try nextChunk()[...])
    }

    private func take(_ chunk: ArraySlice<UInt8>) {
        if transcoder == nil {
            window.append(contentsOf: chunk)
        } else {
            transcoder?.append(chunk, to: &window)
            if isComplete { transcoder?.finish(to: &window) }
        }
    }

    private func nextChunk() throws(ReadError) -> [UInt8] {
        do {
            let data = try handle.read(upToCount: MigrationLimits.chunkBytes) ?? Data()
            let chunk = [UInt8](data)
            isComplete = chunk.isEmpty
            bytesRead += chunk.count
            hash?.update(chunk)
            return chunk
        } catch {
            throw .cannotRead(file: file.lastPathComponent, reason: error.localizedDescription)
        }
    }
}
