import Testing

@testable import PointsRules

/// How figures and words of a back-test are written.
struct BacktestWritingTests {
    @Test(arguments: [
        (Int64(28), Int128(4_278), "0.655"), (42, 4_278, "0.982"), (1, 8, "12.500"),
        (1, 200_000, "0.001"), (1, 200_001, "0.000"), (0, 5, "0.000"), (3, 1, "300.000"),
        (1_000_000_000_000, 1_000_000_000_000_000, "0.100"),
    ])
    func `a rate has three decimals, rounded half up`(
        _ points: Int64, _ payable: Int128, _ expected: String
    ) {
        var figures = BacktestFigures()
        figures.add(points, worth: 1)
        #expect(figures.rate(of: payable) == expected)
    }

    @Test func `there is no rate of no money`() {
        #expect(BacktestFigures().rate(of: 0) == nil)
    }

    @Test(arguments: [
        (Int128(0), "0", "0"), (7, "7", "+7"), (999, "999", "+999"), (1_000, "1,000", "+1,000"),
        (-1_234_567, "-1,234,567", "-1,234,567"), (-123, "-123", "-123"),
        (Int128(Int64.max) * 10, "92,233,720,368,547,758,070", "+92,233,720,368,547,758,070"),
    ])
    func `numbers are grouped by three`(_ number: Int128, _ grouped: String, _ signed: String) {
        #expect(number.grouped == grouped && number.signed == signed)
    }

    @Test func `nothing in a text is markup`() {
        #expect(
            #"<a href="x">'&'</a>"#.markup
                == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;")
        #expect("店\u{0}\u{1F}\u{85}\u{FFFF}\n!".markup == "店\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD} !")
    }

    @Test func `bars share one scale and long labels are cut`() {
        let chart = BacktestChart([
            .init(label: "earn/a-rule-with-a-very-long-name", active: 50, draft: 100),
            .init(label: "b", active: 0, draft: 25),
        ])
        let markup = chart.markup(title: "x")
        #expect(markup.contains(">earn/a-rule-with-a-ve…<"))
        let widths = markup.split(separator: "width=\"").dropFirst().map {
            $0.prefix { $0 != "\"" }
        }
        #expect(widths == ["200", "400", "0", "100"])
        #expect(
            BacktestChart([.init(label: "", active: 0, draft: 0)]).markup(title: "").contains(
                "width=\"0\""))
    }

    @Test func `bands hold every difference once`() {
        for difference in [
            Int64.min, -1_000, -999, -10, -9, -1, 0, 1, 9, 10, 999, 1_000, Int64.max,
        ] {
            #expect(BacktestBand.none.count { $0.contains(difference) } == 1, "\(difference)")
        }
    }
}
