internal import PointsCore
internal import PointsJSON

// MARK: - Switches, and where a text stands

extension ParameterReader {
    /// Switches by their names.
    mutating func settings(_ key: String) throws(Refusal) -> [PreferenceSetting] {
        let expected =
            "an object with 1 to \(WireLimits.preferencesMax) switches, each true or false"
        guard let object = value(key)?.object,
            (1...WireLimits.preferencesMax).contains(object.count)
        else { throw refusal(key, expected) }
        var settings: [PreferenceSetting] = []
        for member in object.members {
            guard let isOn = member.value.bool else { throw refusal(key, expected) }
            settings.append(PreferenceSetting(preference: member.key, isOn: isOn))
        }
        return settings
    }

    /// Where a text stands on the web.
    mutating func optionalAddress(_ key: String) throws(Refusal) -> String? {
        let expected = "an address of at most \(CoreLimits.addressBytesMax) bytes with https://"
        guard let value = value(key) else { return nil }
        guard let text = value.string, PolicyVersion.isAddress(text) else {
            throw refusal(key, expected)
        }
        return text
    }

    /// The SHA-256 of a text.
    mutating func optionalDigest(_ key: String) throws(Refusal) -> [UInt8]? {
        guard let value = value(key) else { return nil }
        guard let digest = value.string.flatMap(PolicyVersion.digest) else {
            throw refusal(key, "a SHA-256 as 64 digits 0 to 9 and a to f")
        }
        return digest
    }
}
