import Foundation

/// The system's converter, as an opinion that is not our own.
enum Iconv {
    /// What each pair of bytes stands for in CP932; those that stand for nothing are left out.
    static func characters(of pairs: [[UInt8]]) throws -> [[UInt8]: String] {
        guard let converter = iconv_open("UTF-8", "CP932"), Int(bitPattern: converter) != -1 else {
            throw POSIXError(.EINVAL)
        }
        defer { iconv_close(converter) }
        var characters: [[UInt8]: String] = [:]
        for pair in pairs { characters[pair] = character(of: pair, converter) }
        return characters
    }

    private static func character(of pair: [UInt8], _ converter: iconv_t) -> String? {
        var input = pair.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: 16)
        var inputCount = input.count
        var outputCount = output.count
        let result = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var source = input.baseAddress
                var target = output.baseAddress
                _ = iconv(converter, nil, nil, nil, nil)
                return iconv(converter, &source, &inputCount, &target, &outputCount)
            }
        }
        guard result == 0, inputCount == 0 else { return nil }
        let bytes = output.prefix(output.count - outputCount).map { UInt8(bitPattern: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
