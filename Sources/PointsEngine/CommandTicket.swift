/// The number under which a command's answer comes later.
package struct CommandTicket: Hashable, Sendable {
    let number: Int
}
