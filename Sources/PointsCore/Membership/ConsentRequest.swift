/// A consent that a company asks for, with every version of its policy.
package struct ConsentRequest: Hashable, Sendable {
    /// What it is about.
    package let topic: ConsentTopic
    /// What members read.
    package let title: Caption
    /// Whether nobody joins through one of the company's channels who does not agree.
    package let isRequired: Bool
    /// The versions, in the order in which they come to count; at least the one that the rules name.
    let versions: [ConsentTimeline.DatedVersion]

    /// The version that counts at a moment; before every one of them, the first.
    package func current(at moment: Instant) -> PolicyVersion {
        let known = versions.last { $0.from <= moment } ?? versions.first
        return known?.version ?? PolicyVersion(name: "")
    }

    /// How it stands with an answer at a moment.
    ///
    /// It holds, whether yes or no, until a version counts that is newer than the one it was given to and asks anew.
    package func status(of given: ConsentRecord.Given?, at moment: Instant) -> ConsentStatus {
        guard let answer = given?.answer else { return .missing }
        let answered = versions.firstIndex { $0.version.name == answer.version }
        // A version that nobody knows any more cannot have been agreed to.
        guard let answered else { return .stale }
        let isStale = versions[(answered + 1)...].contains {
            $0.from <= moment && $0.version.asksAnew
        }
        if isStale { return .stale }
        return answer.isGranted ? .granted : .denied
    }
}
