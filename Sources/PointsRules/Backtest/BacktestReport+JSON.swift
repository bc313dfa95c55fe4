internal import PointsCore
package import PointsJSON

// MARK: - JSON

extension BacktestReport {
    /// Writes it as an object whose members have a fixed order.
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("program", program)
            writer.member("currency", currency)
            writer.member("from", days.lowerBound.description)
            writer.member("to", days.upperBound.description)
            writer.member("draft", object: { $0.member("hash", Hexadecimal.text(of: draft)) })
            writer.member(
                "active",
                object: { writer in
                    writer.member("isOneSet", isAgainstOneSet)
                    writer.list("sets", sets) { $0.write(to: &$1) }
                })
            writeSeen(to: &writer)
            writer.member("total", object: { total.writeMembers(to: &$0) })
            writer.list("months", months) { $0.write(as: "month", to: &$1) }
            writer.list("channels", channels) { $0.write(as: "channel", to: &$1) }
            writer.list("tiers", tiers) { $0.write(as: "tier", to: &$1) }
            writer.list("rules", rules) { $0.write(counting: "purchases", to: &$1) }
            writeMembers(to: &writer)
            writer.list("spread", bands) { $0.write(to: &$1) }
            writeBookings(to: &writer)
            writeRedemption(to: &writer)
            writeActivities(to: &writer)
            writeUnasked(to: &writer)
        }
    }

    private func writeSeen(to writer: inout JSONWriter) {
        writer.member(
            "seen",
            object: { writer in
                writer.member("purchases", seen.sales)
                writer.member("members", members.gaining + members.losing + members.staying)
                writer.member("anonymous", seen.anonymous)
                writer.member("whole", seen.whole)
                writer.member("partlyReturned", seen.partlyReturned)
                writer.member("returned", seen.returned)
                writer.member("voided", seen.voided)
                writer.sum("pieces", seen.pieces)
                writer.sum("piecesBack", seen.piecesBack)
            })
    }

    private func writeMembers(to writer: inout JSONWriter) {
        writer.member(
            "members",
            object: { writer in
                writer.member("gain", members.gaining)
                writer.member("lose", members.losing)
                writer.member("same", members.staying)
                writer.list("winners", members.winners) { $0.write(to: &$1) }
                writer.list("losers", members.losers) { $0.write(to: &$1) }
            })
    }

    private func writeBookings(to writer: inout JSONWriter) {
        writer.member(
            "booked",
            object: { writer in
                writer.sum("pointsAtSale", bookings.pointsAtSale)
                writer.sum("points", bookings.points)
                guard !isAgainstOneSet else { return }
                writer.member(
                    "differing",
                    object: { writer in
                        writer.member("purchases", bookings.differing)
                        writer.sum("points", bookings.difference)
                        writer.list("examples", bookings.examples) {
                            $1.element($0.text(prefix: JournalPosition.purchasePrefix))
                        }
                    })
            })
    }

    private func writeRedemption(to writer: inout JSONWriter) {
        writer.member(
            "redemption",
            object: { writer in
                writer.member("purchases", redemption.sales)
                writer.sum("points", redemption.points)
                writer.member(
                    "notAllowed",
                    object: { writer in
                        writer.member("purchases", redemption.refusedSales)
                        writer.sum("points", redemption.refusedPoints)
                        writer.member("aboveMax", redemption.refused[.aboveMax] ?? 0)
                        writer.member("belowMin", redemption.refused[.belowMin] ?? 0)
                        writer.member("notInUnits", redemption.refused[.notInUnits] ?? 0)
                    })
            })
    }

    private func writeActivities(to writer: inout JSONWriter) {
        writer.member(
            "activities",
            object: { writer in
                activities.total.writeMembers(to: &writer)
                writer.list("names", activities.names.sorted { $0.key < $1.key }) { named, writer in
                    writer.element(object: {
                        $0.member("activity", named.key)
                        named.value.writeMembers(to: &$0)
                    })
                }
                writer.list("rules", activityRules) { $0.write(counting: "times", to: &$1) }
            })
    }

    private func writeUnasked(to writer: inout JSONWriter) {
        writer.member(
            "unasked",
            object: { writer in
                writer.member("purchases", seen.unasked)
                writer.member("activities", activities.unasked)
            })
    }
}

// MARK: - Parts

extension BacktestReport.RuleSet {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.element(object: {
            $0.member("hash", Hexadecimal.text(of: hash))
            $0.member("purchases", sales)
        })
    }
}

extension BacktestReport.NamedRow {
    fileprivate func write(as key: StaticString, to writer: inout JSONWriter) {
        writer.element(object: {
            if let name { $0.member(key, name) } else { $0.memberNull(key) }
            row.writeMembers(to: &$0)
        })
    }
}

extension BacktestReport.NamedRule {
    fileprivate func write(counting what: StaticString, to writer: inout JSONWriter) {
        writer.element(object: { writer in
            writer.member("rule", id)
            if let title {
                writer.member(
                    "title",
                    object: {
                        $0.member("ja", title.ja)
                        $0.member("en", title.en)
                    })
            }
            for (key, figures) in [("active", row.active), ("draft", row.draft)] {
                writer.member(named: key) {
                    $0.object {
                        $0.member(what, figures.sales)
                        $0.sum("points", figures.points)
                        $0.sum("cost", figures.cost)
                    }
                }
            }
            writer.difference(from: row.active, to: row.draft)
        })
    }
}

extension BacktestRow {
    fileprivate func writeMembers(to writer: inout JSONWriter) {
        writer.member("purchases", sales)
        writer.sum("payable", payable)
        for (key, figures) in [("active", active), ("draft", draft)] {
            writer.member(named: key) {
                $0.object {
                    $0.sum("points", figures.points)
                    $0.sum("cost", figures.cost)
                    $0.member("ratePercent", figures.rate(of: payable))
                }
            }
        }
        writer.difference(from: active, to: draft)
    }
}

extension BacktestActivityRow {
    fileprivate func writeMembers(to writer: inout JSONWriter) {
        writer.member("recorded", recorded)
        for (key, figures) in [("active", active), ("draft", draft)] {
            writer.member(named: key) {
                $0.object {
                    $0.sum("points", figures.points)
                    $0.sum("cost", figures.cost)
                }
            }
        }
        writer.difference(from: active, to: draft)
    }
}

extension BacktestMember {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.element(object: {
            $0.member("member", id.description)
            $0.member("active", active)
            $0.member("draft", draft)
            $0.member("difference", difference)
        })
    }
}

extension BacktestBand {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.element(object: {
            $0.member("from", from)
            $0.member("to", to)
            $0.member("purchases", sales)
            $0.sum("points", points)
        })
    }
}

extension JSONWriter {
    /// Writes a member with an integer of 128 bits.
    fileprivate mutating func sum(_ key: String, _ value: Int128) {
        member(named: key) { $0.raw(String(value).utf8) }
    }

    /// Writes a member with an array of these, each written by the body.
    fileprivate mutating func list<Part>(
        _ key: StaticString, _ parts: [Part], _ body: (Part, inout JSONWriter) -> Void
    ) {
        member(
            key,
            array: { writer in
                for part in parts { body(part, &writer) }
            })
    }

    fileprivate mutating func difference(from active: BacktestFigures, to draft: BacktestFigures) {
        member(
            "difference",
            object: {
                $0.sum("points", draft.points - active.points)
                $0.sum("cost", draft.cost - active.cost)
            })
    }
}
