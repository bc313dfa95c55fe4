/// A consent as replies show it.
package struct ConsentView: Hashable, Sendable {
    /// What is asked.
    package let request: ConsentRequest
    /// The version that counts.
    package let version: PolicyVersion
    /// How it stands.
    package let status: ConsentStatus
    /// The newest answer; `nil` if there is none.
    package let given: ConsentRecord.Given?

    /// A request with the newest answer.
    package init(
        request: ConsentRequest, version: PolicyVersion, status: ConsentStatus,
        given: ConsentRecord.Given?
    ) {
        self.request = request
        self.version = version
        self.status = status
        self.given = given
    }
}
