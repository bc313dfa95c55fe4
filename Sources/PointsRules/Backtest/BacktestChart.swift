/// Bars of both sides as a picture within a page (SVG).
struct BacktestChart {
    private static let labelWidth = 170
    private static let barsWidth = 400
    private static let valueWidth = 150
    private static let rowHeight = 40
    private static let barHeight = 14
    private static let labelCharactersMax = 22

    private let bars: [BacktestTable.Bar]

    /// A picture of bars; the longest takes the whole width.
    init(_ bars: [BacktestTable.Bar]) {
        self.bars = bars
    }

    /// The picture, with a text for those who cannot see it.
    func markup(title: String) -> String {
        let width = Self.labelWidth + Self.barsWidth + Self.valueWidth
        let height = max(1, bars.count) * Self.rowHeight
        let most = bars.map { max($0.active, $0.draft) }.max() ?? 0
        let rows = bars.enumerated().map { place, bar in
            let top = place * Self.rowHeight + 4
            return """
                <text x="\(Self.labelWidth - 8)" y="\(top + Self.barHeight + 5)" class="label">\
                \(Self.short(bar.label).markup)</text>
                \(rectangle(bar.active, of: most, top: top, side: "active"))
                \(rectangle(bar.draft, of: most, top: top + Self.barHeight + 2, side: "draft"))
                """
        }
        return """
            <svg viewBox="0 0 \(width) \(height)" role="img" aria-label="\(title.markup)">
            \(rows.joined(separator: "\n"))
            </svg>
            """
    }

    private func rectangle(_ points: Int128, of most: Int128, top: Int, side: String) -> String {
        let length = most > 0 ? max(0, points) * Int128(Self.barsWidth) / most : 0
        return """
            <rect x="\(Self.labelWidth)" y="\(top)" width="\(length)" height="\(Self.barHeight)" \
            class="\(side)"/><text x="\(Int128(Self.labelWidth) + length + 6)" \
            y="\(top + Self.barHeight - 3)" class="value">\(points.grouped)</text>
            """
    }

    private static func short(_ label: String) -> String {
        label.count <= labelCharactersMax ? label : label.prefix(labelCharactersMax - 1) + "…"
    }
}
