internal import PointsCore
internal import PointsJSON

// MARK: - What is kept about people

extension ReplyEncoder {
    func write(_ profile: Profile, to writer: inout JSONWriter) {
        writer.member(
            "profile",
            object: { writer in
                for name in Profile.names {
                    guard let value = profile.values[name] else { continue }
                    writer.member(named: name) { $0.value(value) }
                }
            })
    }

    func write(_ identities: [IdentityClaim], to writer: inout JSONWriter) {
        writer.member(
            "identities",
            array: { writer in
                for identity in identities {
                    writer.element(object: {
                        $0.member("kind", identity.kind)
                        $0.member("value", identity.value)
                        $0.member("verified", identity.isVerified)
                        if identity.isBlocked { $0.member("blocked", true) }
                    })
                }
            })
    }

    /// Which fields of the profile changed.
    func write(changed fields: [String], to writer: inout JSONWriter) {
        writer.member(
            "changed",
            array: { writer in
                for field in fields { writer.element(field) }
            })
    }

    func write(_ people: [PersonView], hasMore: Bool, to writer: inout JSONWriter) {
        writer.member(
            "members",
            array: { writer in
                for person in people {
                    writer.element(object: { writer in
                        writer.member("id", person.id.description)
                        writer.member("status", person.status.rawValue)
                        write(person.profile, to: &writer)
                        write(person.identities, to: &writer)
                    })
                }
            })
        writer.member("more", hasMore)
    }

    func write(_ looks: [AuditedLook], next: Int64?, to writer: inout JSONWriter) {
        writer.member(
            "looks",
            array: { writer in
                for look in looks { writer.element(object: { write(look, to: &$0) }) }
            })
        writer.member("cursor", next.map { AuditedLook.prefix + String($0) })
    }

    private func write(_ look: AuditedLook, to writer: inout JSONWriter) {
        writer.member("id", AuditedLook.prefix + String(look.number))
        writer.member("at", calendar.text(of: look.at))
        writer.member("method", look.method)
        if !look.key.isEmpty { writer.member("by", look.key) }
        writer.member("unmasked", look.isUnmasked)
        writer.member("shown", look.shown)
        writer.member(
            "members",
            array: { writer in
                for member in look.members { writer.element(member.description) }
            })
        writer.member("actor", look.actor)
        writer.member("channel", look.channel)
        writer.member("store", look.store)
        writer.member("terminal", look.terminal)
    }
}

// MARK: - Everything that is kept about a person

extension ReplyEncoder {
    func write(_ page: PersonExport, to writer: inout JSONWriter) {
        if let head = page.head {
            writer.member("member", object: { write(head.member, to: &$0) })
            if let profile = head.profile {
                write(profile, to: &writer)
            } else {
                writer.memberNull("profile")
            }
            write(head.balance, to: &writer)
            write(head.lots, to: &writer)
        }
        writer.member("periods", array: { writePeriods(in: page.entries, to: &$0) })
        writer.member(
            "purchases",
            array: { writer in
                for purchase in page.purchases {
                    writer.element(object: { write(purchase, to: &$0) })
                }
            })
        writer.member(
            "holds",
            array: { writer in
                for hold in page.holds { writer.element(object: { write(hold, to: &$0) }) }
            })
        writer.member("activities", array: { writeActivities(in: page.entries, to: &$0) })
        writer.member(
            "transactions",
            array: { writer in
                for entry in page.entries {
                    writer.element(object: { write(transaction: entry, to: &$0) })
                }
            })
        writer.member("cursor", page.next?.text(prefix: JournalPosition.transactionPrefix))
    }

    /// When the person became a member, left and came back.
    private func writePeriods(in entries: [Entry], to writer: inout JSONWriter) {
        for entry in entries {
            let day = calendar.businessDay(of: entry.cause.occurredAt).description
            switch entry.event {
            case .rejoined(let rejoined):
                writer.element(object: { $0.member("joinedOn", rejoined.on.description) })
            case .withdrawn(let withdrawn):
                writer.element(object: {
                    $0.member("leftOn", day)
                    $0.member("reason", withdrawn.reason)
                })
            default:
                guard let joined = entry.event.joined else { continue }
                writer.element(object: { $0.member("joinedOn", joined.on.description) })
            }
        }
    }

    private func writeActivities(in entries: [Entry], to writer: inout JSONWriter) {
        for entry in entries {
            guard case .activityRecorded(let recorded) = entry.event else { continue }
            writer.element(object: {
                writeHead(of: recorded, at: entry, to: &$0)
                $0.member("occurredAt", calendar.text(of: entry.cause.occurredAt))
            })
        }
    }
}
