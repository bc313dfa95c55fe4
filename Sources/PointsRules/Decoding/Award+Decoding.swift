import PointsCore

// MARK: - award

extension Award {
    private static let types = [
        "rate", "percent", "fixed", "per_item", "multiply", "add_percent",
    ]
    private static let keysByType = [
        "rate": ["type", "points", "per", "unit"], "percent": ["type", "percent"],
        "fixed": ["type", "points"], "per_item": ["type", "points"],
        "multiply": ["type", "by", "of", "rounded"],
        "add_percent": ["type", "percent", "of", "rounded"],
    ]

    /// Reads what an earning rule gives.
    init(_ value: RuleValue, in surroundings: RuleSurroundings) {
        let named = value.peek("type")?.string ?? ""
        let everyKey = ["type", "points", "per", "unit", "percent", "by", "of", "rounded"]
        let object = value.object(Award.keysByType[named] ?? everyKey)
        let type = object.required("type").word(Award.types)
        guard type == named else {
            self = .rate(Rate(points: .zero, per: 1))
            return
        }
        switch type {
        case "rate": self = .rate(Rate(steps: object))
        case "percent":
            self = .rate(Rate(points: object.required("percent").percentage(), per: 1))
        case "fixed":
            self = .fixed(points: object.required("points").integer(1...RulesLimits.fixedPointsMax))
        case "per_item":
            self = .perItem(
                points: object.required("points").integer(1...RulesLimits.stepPointsMax))
        case "add_percent":
            self = .addPercent(
                share: object.required("percent").percentage(),
                of: object.required("of").list().map {
                    $0.source(amongThose: surroundings.moneyRules, "for money", in: surroundings)
                },
                rounded: object.optional("rounded")?.truth() ?? true)
        default:
            self = .multiply(
                by: object.required("by").factor(),
                of: object.required("of").list().map {
                    $0.source(
                        amongThose: surroundings.plainRules, "that does not build on others itself",
                        in: surroundings)
                },
                rounded: object.optional("rounded")?.truth() ?? true)
        }
    }
}

extension Rate {
    fileprivate init(steps object: RuleObject) {
        let points = object.required("points").integer(1...RulesLimits.stepPointsMax)
        let per = object.required("per").integer(1...RulesLimits.stepMax)
        if points > per * RulesLimits.pointsPerUnitMax {
            object.whole.complain(
                ofWhole:
                    "found \(points) points per \(per), expected at most "
                    + "\(RulesLimits.pointsPerUnitMax) points for each")
        }
        self.init(
            points: Fraction(Int128(points)), per: per,
            wholeStepsOnly: object.optional("unit")?.truth() ?? false)
    }
}

extension RuleValue {
    /// A share of the money: basis points as an integer, percent as a decimal string.
    fileprivate func percentage() -> Fraction {
        let basisPoints =
            wholeNumber.map { Fraction(Int128($0)) }
            ?? decimalString.map { $0 * 100 }
        guard let basisPoints, basisPoints.numerator > 0,
            basisPoints.isAtMost(RulesLimits.basisPointsMax)
        else {
            complain(
                expected: "basis points from 1 to \(RulesLimits.basisPointsMax) or percent as "
                    + "a decimal string such as \"1.5\"")
            return .zero
        }
        return basisPoints * Fraction(1, over: 10_000)
    }

    /// What a multiplier multiplies by, as an integer or a decimal string.
    fileprivate func factor() -> Fraction {
        guard let factor = wholeNumber.map({ Fraction(Int128($0)) }) ?? decimalString,
            !factor.isAtMost(1), factor.isAtMost(RulesLimits.multiplierMax)
        else {
            complain(
                expected: "a whole number or a decimal string such as \"1.5\", above 1 and at "
                    + "most \(RulesLimits.multiplierMax)")
            return Fraction(1)
        }
        return factor
    }

    /// The id of a rule on which another may build.
    fileprivate func source(
        amongThose allowed: Set<String>, _ kind: String, in surroundings: RuleSurroundings
    ) -> String {
        let id = name(of: "an earning rule", among: surroundings.earnRules)
        if surroundings.earnRules.contains(id), !allowed.contains(id) {
            complain(expected: "a rule \(kind)")
        }
        return id
    }
}

extension Fraction {
    fileprivate func isAtMost(_ bound: Int64) -> Bool {
        numerator <= Int128(bound) * denominator
    }
}
