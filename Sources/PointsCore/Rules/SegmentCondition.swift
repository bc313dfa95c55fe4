/// Who belongs to a segment (`who`).
package indirect enum SegmentCondition: Hashable, Sendable {
    /// Every part holds.
    case all([SegmentCondition])
    /// At least one part holds.
    case any([SegmentCondition])
    /// The part does not hold.
    case not(SegmentCondition)
    /// Who stands there.
    case status(Set<MemberStatus>)
    /// Members of one of these ranks.
    case tier(Set<String>)
    /// Who joined then, or so long ago.
    case memberSince(MembershipAge)
    /// Of whom a purchase stands in one of these channels.
    case channel(Set<String>)
    /// Whether purchases stand in more than one channel.
    case crossChannel(Bool)
    /// Whose last purchase is so many days ago; nobody without one.
    case recencyDays(AmountBound)
    /// Who bought so much.
    case bought(Bought)
    /// Who may spend so many points.
    case points(AmountBound)
    /// Of whose points so many expire within some days.
    case expiring(AmountBound, withinDays: Int)
    /// Of whom this is true.
    case person(PersonalTrait)

    /// How often, or for how much, somebody bought.
    package struct Bought: Hashable, Sendable {
        /// What is counted.
        package let figure: Figure
        /// How much of it.
        package let bound: AmountBound
        /// Within the last days, today among them; `nil` for ever.
        package let withinDays: Int?
        /// In these channels; `nil` for all.
        package let channels: Set<String>?

        /// So much of a figure.
        package init(
            _ figure: Figure, _ bound: AmountBound, withinDays: Int? = nil,
            channels: Set<String>? = nil
        ) {
            self.figure = figure
            self.bound = bound
            self.withinDays = withinDays
            self.channels = channels
        }
    }

    /// What is counted of purchases.
    package enum Figure: String, Hashable, Sendable, CaseIterable {
        /// How many stand.
        case frequency
        /// What is left of them.
        case spend
        /// What of that was paid with money.
        case paid
    }
}

// MARK: - Who

extension SegmentCondition {
    /// Whether it asks when somebody was born.
    package var asksBirthDate: Bool {
        switch self {
        case .all(let parts), .any(let parts): parts.contains(where: \.asksBirthDate)
        case .not(let part): part.asksBirthDate
        case .person: true
        default: false
        }
    }

    /// Whether it holds for somebody.
    package func holds(for subject: SegmentSubject) -> Bool {
        switch self {
        case .all(let parts): parts.allSatisfy { $0.holds(for: subject) }
        case .any(let parts): parts.contains { $0.holds(for: subject) }
        case .not(let part): !part.holds(for: subject)
        case .status(let statuses): statuses.contains(subject.status)
        case .tier(let names): subject.tier.map(names.contains) ?? false
        case .memberSince(let age): age.holds(joinedOn: subject.joinedOn, on: subject.day)
        case .channel(let names):
            subject.value.channels.contains {
                names.contains($0.channel) && $0.figures.frequency > 0
            }
        case .crossChannel(let isCrossing): subject.value.isCrossChannel == isCrossing
        case .recencyDays(let bound):
            subject.value.span.map {
                bound.contains(
                    max(0, Int64(subject.day.dayNumber) - Int64($0.upperBound.dayNumber)))
            } ?? false
        case .bought(let bought): bought.holds(for: subject)
        case .points(let bound): bound.contains(subject.points())
        case .expiring(let bound, let days):
            bound.contains(subject.points(endingBy: subject.day.adding(days: days)))
        case .person(let trait):
            subject.birthDate.map { trait.holds(bornOn: $0, on: subject.day) } ?? false
        }
    }
}

extension SegmentCondition.Bought {
    fileprivate func holds(for subject: SegmentSubject) -> Bool {
        let figures = subject.value.channels
            .filter { channels?.contains($0.channel) ?? true }
            .reduce(ValueFigures()) { sum, channel in
                sum
                    + (withinDays.map { channel.figures(on: subject.day.last($0)) }
                        ?? channel.figures)
            }
        return switch figure {
        case .frequency: bound.contains(figures.frequency)
        case .spend: bound.contains(figures.spend)
        case .paid: bound.contains(figures.paid)
        }
    }
}
