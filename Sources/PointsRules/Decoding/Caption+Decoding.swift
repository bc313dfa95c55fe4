import PointsCore

// MARK: - title

extension Caption {
    /// Reads a title; both languages must be there.
    init(_ value: RuleValue) {
        let object = value.object(["ja", "en"])
        self.init(ja: object.required("ja").text(), en: object.required("en").text())
    }
}
