import PointsCore

// MARK: - What is given now and then

extension Model {
    /// By what a sale is judged besides its basket, "the rules of the sale" of its returns.
    struct Terms {
        var rank = 0
        var isFirst = false
        var isNewcomers = false
        /// What the campaign's cap leaves.
        var room: Int64 = 0
    }

    /// What is true of a buyer now.
    func terms(of buyer: Int?) -> Terms {
        var terms = Terms(rank: rank(of: buyer))
        guard let buyer, let campaign = policy.campaign, let person = people[buyer] else {
            return terms
        }
        // "The first that stands: voided and wholly returned ones do not count."
        let family = family(of: buyer)
        terms.isFirst = !purchases.values.contains {
            !$0.isOver && $0.person.map(family.contains) ?? false
        }
        terms.isNewcomers = (0...Int(campaign.newcomerDays)).contains(today - person.joinedOn)
        let known = sum(of: given, over: campaign.scope, to: buyer, on: today)
        terms.room = max(0, campaign.most - known)
        return terms
    }

    /// The terms of a sale for what is left of it: a cap leaves no more than it left for the sale, and beyond what the sale
    /// has no more than is left now.
    func terms(ofWhatIsLeftOf purchase: Purchase) -> Terms {
        var terms = purchase.terms
        guard let campaign = policy.campaign, let buyer = purchase.person else { return terms }
        let known = sum(
            of: given, over: campaign.scope, to: answering(for: buyer),
            on: Times.day(of: purchase.soldAt))
        let left = max(0, campaign.most - known)
        terms.room = min(terms.room, purchase.capped + left)
        return terms
    }

    /// "What rules gave under caps … counts for both" who are one person.
    private func sum(
        of given: [Campaign.Count: Int64], over scope: Cap.Scope, to person: Int, on day: Int
    ) -> Int64 {
        let counts = family(of: person).map { Campaign.Count(scope, person: $0, on: day) }
        return Set(counts).reduce(0) { $0 + given[$1, default: 0] }
    }

    /// Points for money under the cap.
    func capped(_ money: Int64, _ terms: Terms) -> Int64 {
        guard policy.campaign != nil else { return 0 }
        return min(max(0, money) / Campaign.yenPerPoint, terms.room)
    }

    func gifts(_ terms: Terms) -> Int64 {
        guard let campaign = policy.campaign else { return 0 }
        return (terms.isFirst ? campaign.firstGift : 0)
            + (terms.isNewcomers ? Campaign.newcomerGift : 0)
    }

    /// "What a return no longer earns comes free on the day and in the month of the sale".
    mutating func countCapped(_ points: Int64, of sale: Int) {
        guard let purchase = purchases[sale], let buyer = purchase.person,
            let campaign = policy.campaign
        else { return }
        if fault == .capsStayUsed, points < purchase.capped { return }
        let day = Times.day(of: purchase.soldAt)
        let count = Campaign.Count(campaign.scope, person: buyer, on: day)
        given[count, default: 0] += points - purchase.capped
        purchases[sale]?.capped = points
    }
}

// MARK: - Reviews

extension Model {
    /// Judged like a sale; "recorded once in its channel: another key gets the first reply again".
    mutating func review(
        by who: Step.Who, of subject: Int?, as reference: Int?
    ) throws(No) -> Answer {
        let person = try person(who)
        if let reference, let known = reviews[reference] {
            guard family(of: person).contains(known.person) else { throw No(.invalidParams) }
            return repeated(known.answer)
        }
        let isFromBefore = people[person]?.leftAt.map { now < $0 } ?? false
        if !isFromBefore { try requireOpen(person) }
        settle(person, at: now)
        moveExpiry(of: person, for: [.activity])
        let points = earns(person) ? pointsForReview(by: person, of: subject) : 0
        var earned: [String: Int64] = [:]
        if points > 0 {
            let company = Policy.company(of: Policy.reviewChannel)
            let lot = lot(of: false, company: company, on: today, for: person)
            post(-points, on: "issued", of: company)
            credit(points, to: lot, of: person)
            earned["earned.\(lot.name(for: person))"] = points
        }
        let answer = done(person, earned)
        if let reference { reviews[reference] = (person, answer) }
        return answer
    }

    /// "Gives its points once for a subject"; "what a cap cut to nothing was not given yet".
    private mutating func pointsForReview(by person: Int, of subject: Int?) -> Int64 {
        guard let review = policy.campaign?.review else { return 0 }
        if review.isOncePerSubject {
            guard let subject else { return 0 }
            let isKnown = family(of: person).contains {
                people[$0]?.reviewed.contains(subject) == true
            }
            if isKnown { return 0 }
        }
        let known = sum(of: givenForReviews, over: review.scope, to: person, on: today)
        let points = max(0, min(review.points, review.most - known))
        let count = Campaign.Count(review.scope, person: person, on: today)
        givenForReviews[count, default: 0] += points
        if let subject, points > 0 { edit(person) { _ = $0.reviewed.insert(subject) } }
        return points
    }
}
