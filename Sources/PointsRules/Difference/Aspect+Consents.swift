import PointsCore
import PointsJSON

// MARK: - consents.json

extension Aspect {
    /// The parts of the file on consents.
    static let consents = [
        Aspect("/purposes/*/title", ja: "同意%の名称", en: "title of consent %") { _, value in
            value.map(Phrasebook.caption) ?? .nothing
        },
        Aspect("/purposes/*/companies/*", ja: "同意%", en: "consent %") { _, value in
            Phrasebook.request(value)
        },
        Aspect("/preferences/*", ja: "設定%", en: "switch %") { _, value in
            Phrasebook.preference(value)
        },
    ]
}
