// MARK: - What is asked of the sale

extension PlanRun {
    mutating func applies(_ place: Int) -> Bool {
        let rule = plan.rules[place]
        return rule.from <= facts.day && facts.day <= rule.through && holds(rule.condition)
    }

    mutating func holds(_ place: Int) -> Bool {
        switch plan.conditions[place] {
        case .test(let test):
            if answers[test] == 0 { answers[test] = answer(plan.tests[test]) ? 2 : 1 }
            return answers[test] == 2
        case .all(let parts):
            for part in parts where !holds(part) { return false }
            return true
        case .any(let parts):
            for part in parts where holds(part) { return true }
            return false
        case .not(let part): return !holds(part)
        }
    }

    mutating func answer(_ test: PlannedTest) -> Bool {
        guard case .basket(let filter, let quantity, let amount, let includesTax) = test else {
            return facts.answer(test)
        }
        let row = row(of: filter)
        let net = includesTax ? nil : basket.net
        var pieces: Int64 = 0
        for tax in sums.indices { sums[tax] = 0 }
        for line in basket.gross.indices where closeness[row + line] >= 0 {
            pieces += basket.pieces[line]
            sums[taxPlaces[line]] += net?[line] ?? basket.gross[line]
        }
        var money: Int64 = 0
        for tax in sums.indices {
            money +=
                net == nil
                ? self.money(of: sums[tax], at: tax, includesTax: includesTax) : sums[tax]
        }
        return quantity?.contains(pieces) ?? true && amount?.contains(money) ?? true
    }

    /// The place of the first line of a filter, which is run over the lines if it was not yet.
    mutating func row(of filter: Int) -> Int {
        let row = filter * basket.gross.count
        guard !isFilterRun[filter] else { return row }
        isFilterRun[filter] = true
        switch plan.filters[filter] {
        case .category(let categories):
            for line in basket.gross.indices {
                closeness[row + line] = facts.closeness(to: categories, ofLine: line)
            }
        case .sku(let skus):
            for line in basket.gross.indices where facts.isArticle(ofLine: line, among: skus) {
                closeness[row + line] = Int16(LineCondition.articleCloseness)
            }
        case .not(let part):
            let other = self.row(of: part)
            for line in basket.gross.indices where closeness[other + line] < 0 {
                closeness[row + line] = 0
            }
        case .any(let parts):
            for part in parts {
                let other = self.row(of: part)
                for line in basket.gross.indices {
                    closeness[row + line] = max(closeness[row + line], closeness[other + line])
                }
            }
        case .all(let parts):
            for line in basket.gross.indices { closeness[row + line] = 0 }
            for part in parts {
                let other = self.row(of: part)
                for line in basket.gross.indices where closeness[row + line] >= 0 {
                    let own = closeness[row + line]
                    let next = closeness[other + line]
                    closeness[row + line] = next < 0 ? -1 : max(own, next)
                }
            }
        }
        return row
    }
}
