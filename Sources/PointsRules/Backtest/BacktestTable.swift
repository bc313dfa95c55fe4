/// A table of a back-test as people read it.
struct BacktestTable: Hashable, Sendable {
    /// What it tells.
    let title: String
    /// What has to be known to read it, if anything.
    var note: String?
    /// What the columns are called; empty for a list of figures with their names.
    var columns: [String] = []
    /// The cells.
    let rows: [[String]]
    /// How many columns, from the first, are words; the others are numbers.
    var wordColumns = 1
    /// What a chart beside it shows.
    var bars: [Bar] = []

    /// Points of both sides for the same thing.
    struct Bar: Hashable, Sendable {
        /// What it is.
        let label: String
        /// By the active rules.
        let active: Int128
        /// By the draft.
        let draft: Int128
    }
}
