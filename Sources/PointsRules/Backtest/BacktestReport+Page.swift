package import PointsCore

// MARK: - A page

extension BacktestReport {
    /// One page (HTML in the form of XML) that needs nothing besides itself: to be read, printed and signed.
    package func page(in language: Language) -> String {
        let sections = tables(in: language).map { $0.section(in: language) }
        return """
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>\(heading(in: language).markup)</title>
            <style>\(BacktestReport.style)</style>
            </head>
            <body>
            <h1>\(heading(in: language).markup)</h1>
            \(circumstances(in: language).markup)
            <p>\(method(in: language).markup)</p>
            \(sections.joined(separator: "\n"))
            \(signature(in: language))
            </body>
            </html>

            """
    }

    private func signature(in language: Language) -> String {
        let lines = [
            language.pick("承認者", "Approved by"), language.pick("日付", "Date"),
            language.pick("署名", "Signature"),
        ]
        let cells = lines.map { "<div><span>\($0.markup)</span></div>" }
        return "<footer>\(cells.joined())</footer>"
    }

    private static let style = """

        body { font: 15px/1.5 system-ui, "Hiragino Sans", "Noto Sans CJK JP", sans-serif; margin: 2rem auto; max-width: 62rem; padding: 0 1rem; color: #1d2430; }
        h1 { font-size: 1.6rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .4rem; }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
        th, td { padding: .2rem .7rem; border-bottom: 1px solid #d8dde6; text-align: right; overflow-wrap: anywhere; }
        th.word, td.word { text-align: left; } th { font-weight: 600; color: #4a5568; }
        svg { display: block; width: 100%; max-width: 46rem; margin: .6rem 0; }
        svg text { font-size: 12px; fill: #1d2430; } svg .label { text-anchor: end; }
        svg .active, .key .active { fill: #8a94a6; background: #8a94a6; } svg .draft, .key .draft { fill: #0b6e5f; background: #0b6e5f; }
        .key { font-size: .8rem; color: #4a5568; } .key span { display: inline-block; width: .8em; height: .8em; margin: 0 .3em 0 .8em; }
        section { break-inside: avoid; }
        footer { display: flex; gap: 2rem; margin: 4rem 0 2rem; } footer div { flex: 1; border-top: 1px solid #1d2430; font-size: .8rem; }

        """
}

extension BacktestTable {
    /// Its title, its picture and itself.
    fileprivate func section(in language: Language) -> String {
        var parts = ["<section>", "<h2>\(title.markup)</h2>"]
        if !bars.isEmpty {
            parts.append(
                """
                <p class="key"><span class="active"></span>\(language.pick("現行", "Active").markup)\
                <span class="draft"></span>\(language.pick("案", "Draft").markup)</p>
                """)
            parts.append(BacktestChart(bars).markup(title: title))
        }
        parts.append(markup)
        if let note { parts.append("<p>\(note.markup)</p>") }
        return (parts + ["</section>"]).joined(separator: "\n")
    }

    fileprivate var markup: String {
        let head = columns.isEmpty ? "" : "<thead>\(row(columns, "th"))</thead>"
        let body = rows.map { row($0, "td") }
        return "<table>\(head)<tbody>\n\(body.joined(separator: "\n"))\n</tbody></table>"
    }

    private func row(_ cells: [String], _ tag: String) -> String {
        let written = cells.enumerated().map { place, cell in
            let kind = place < wordColumns ? " class=\"word\"" : ""
            return "<\(tag)\(kind)>\(cell.markup)</\(tag)>"
        }
        return "<tr>\(written.joined())</tr>"
    }
}
