@testable import PointsCore

// MARK: - Consents

extension RandomEntry {
    /// An event about consents, by its kind.
    mutating func consentEvent(_ kind: Int) -> Event {
        switch kind {
        case 31:
            .consentsRecorded(
                ConsentsRecorded(
                    answers: many { $0.answer() }, previous: position(), isStep: flag()))
        case 32:
            .preferencesSet(
                many { PreferenceSetting(preference: $0.text(), isOn: $0.flag()) })
        default:
            .policyPublished(
                PolicyPublished(
                    purpose: text(), companies: many { $0.text() },
                    version: PolicyVersion(
                        name: text(), asksAnew: flag(), url: maybe { $0.text() },
                        textHash: maybe { $0.bytes() }),
                    effectiveFrom: instant()))
        }
    }

    private mutating func answer() -> ConsentAnswer {
        ConsentAnswer(
            topic: ConsentTopic(purpose: text(), company: text()), version: text(),
            isGranted: flag())
    }
}
