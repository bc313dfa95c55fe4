internal import CSQLite

/// Keeps bytes that no row has any more out of a database file.
///
/// With `secure_delete` SQLite wipes a row where it lies when it is deleted. But when it divides or joins pages it packs rows
/// anew, and their former bytes stay in the unallocated part of a page: no row lies there, so no deletion wipes it. Here
/// that part is zero in every page on its way into the file (Database File Format, section 1.6).
enum PageWiper {
    /// From now on pages of the connection's file are wiped when they are written to it.
    static func attach(to connection: OpaquePointer) {
        var file: UnsafeMutablePointer<sqlite3_file>?
        let code = sqlite3_file_control(
            connection, "main", SQLITE_FCNTL_FILE_POINTER, &file)
        guard code == SQLITE_OK, let file, let usual = file.pointee.pMethods else { return }
        // SQLite's own methods stand behind ours. They are some hundred bytes, and SQLite may still close the file after the
        // connection went: so they stay for ever.
        let block = UnsafeMutableRawPointer.allocate(
            byteCount: usualPlace + MemoryLayout<UnsafePointer<sqlite3_io_methods>>.size,
            alignment: MemoryLayout<sqlite3_io_methods>.alignment)
        let methods = block.initializeMemory(
            as: sqlite3_io_methods.self, repeating: usual.pointee, count: 1)
        (block + usualPlace).initializeMemory(
            as: UnsafePointer<sqlite3_io_methods>.self, repeating: usual, count: 1)
        methods.pointee.xWrite = { file, bytes, count, offset in
            PageWiper.write(file, bytes, count, offset)
        }
        file.pointee.pMethods = UnsafePointer(methods)
    }

    private static let usualPlace = MemoryLayout<sqlite3_io_methods>.stride

    private static func write(
        _ file: UnsafeMutablePointer<sqlite3_file>?, _ bytes: UnsafeRawPointer?, _ count: Int32,
        _ offset: sqlite3_int64
    ) -> Int32 {
        guard let bytes, let methods = file?.pointee.pMethods else { return SQLITE_IOERR }
        let usual = UnsafeRawPointer(methods).load(
            fromByteOffset: usualPlace, as: UnsafePointer<sqlite3_io_methods>.self)
        guard let write = usual.pointee.xWrite else { return SQLITE_IOERR }
        let page = UnsafeRawBufferPointer(start: bytes, count: Int(count))
        guard let gap = unallocated(in: page, isFirst: offset == 0) else {
            return write(file, bytes, count, offset)
        }
        return withUnsafeTemporaryAllocation(byteCount: page.count, alignment: 8) { copy in
            copy.copyMemory(from: page)
            copy[gap].initializeMemory(as: UInt8.self, repeating: 0)
            return write(file, copy.baseAddress, count, offset)
        }
    }

    /// The part of a b-tree page between the places of its cells and the cells; `nil` of any other page.
    ///
    /// Pages of other kinds begin with the number of a page, and ``StoreLimits/pagesMax`` keeps its first byte from being
    /// that of a b-tree page.
    static func unallocated(
        in page: UnsafeRawBufferPointer, isFirst: Bool
    ) -> Range<Int>? {
        let start = isFirst ? fileHeaderBytes : 0
        guard page.count >= 512, page.count & (page.count - 1) == 0 else { return nil }
        let headerBytes: Int
        switch page[start] {
        case 2, 5: headerBytes = 12
        case 10, 13: headerBytes = 8
        default: return nil
        }
        func number(at place: Int) -> Int {
            Int(page[start + place]) << 8 | Int(page[start + place + 1])
        }
        let low = start + headerBytes + 2 * number(at: 3)
        let high = number(at: 5) == 0 ? 65_536 : number(at: 5)
        return low < high && high <= page.count ? low..<high : nil
    }

    private static let fileHeaderBytes = 100
}
