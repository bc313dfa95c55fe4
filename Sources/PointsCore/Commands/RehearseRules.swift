/// `rules.backtest`: the recorded sales and activities of some days, judged by a draft beside the rules of then.
package struct RehearseRules: Hashable, Sendable {
    /// The canonical content of the draft.
    package let content: [UInt8]
    /// The business days of the sales.
    package let days: ClosedRange<CivilDate>

    /// A draft for some days.
    package init(content: [UInt8], days: ClosedRange<CivilDate>) {
        self.content = content
        self.days = days
    }
}
