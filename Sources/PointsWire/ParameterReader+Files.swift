internal import PointsCore
internal import PointsJSON

// MARK: - Sets of rules

extension ParameterReader {
    /// The canonical content of the files of a set of rules, by their paths; what is in them is another's to judge.
    mutating func files(_ key: String) throws(Refusal) -> [UInt8] {
        let expected = "an object with 1 to \(WireLimits.ruleFilesMax) files by their paths"
        guard let files = value(key)?.object,
            (1...WireLimits.ruleFilesMax).contains(files.count)
        else { throw refusal(key, expected) }
        for path in files.keys where !(1...CoreLimits.nameBytesMax).contains(path.utf8.count) {
            throw refusal(key, "\(expected) of 1 to \(CoreLimits.nameBytesMax) bytes")
        }
        return JSON.object(files).canonicalBytes()
    }
}
