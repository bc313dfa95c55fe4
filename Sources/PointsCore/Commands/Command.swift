/// A request, decoded: the same from both doors.
package struct Command: Hashable, Sendable {
    /// Key, time and place.
    package var envelope: Envelope
    /// What it wants.
    package var action: Action

    /// A request for an action.
    package init(envelope: Envelope, action: Action) {
        self.envelope = envelope
        self.action = action
    }
}
