// MARK: - What the next program must keep

extension Program {
    /// What would break the books that were kept under another program: everything, in the order of its places.
    ///
    /// Points were granted, priced and dated under those settings. Companies issued lots and owe for them, orders are
    /// confirmed and returned by the name of their channel, and members are found by the form in which
    /// their identities were kept. So these may be added, and none may go.
    package func problems(following former: Program) -> [RulesProblem] {
        var problems: [RulesProblem] = []
        func note(_ pointer: String, _ problem: String) {
            problems.append(
                RulesProblem(file: "program.json", pointer: pointer, problem: problem))
        }
        func keep(_ pointer: String, _ found: String, _ kept: String) {
            guard found != kept else { return }
            note(pointer, "found \(found), expected \(kept): the books are kept in it")
        }
        func keepNames(
            _ pointer: String, _ found: Set<String>, _ kept: Set<String>, why: String
        ) {
            for name in kept.subtracting(found).sorted() {
                note(pointer, "\"\(name)\" is gone; it must stay, because \(why)")
            }
        }
        keepNames(
            "/channels", Set(channels.keys), Set(former.channels.keys),
            why: "its orders are confirmed and returned under this name")
        keepNames(
            "/companies", companies, former.companies,
            why: "it may have issued points")
        keep("/currency", currency, former.currency)
        keepNames(
            "/identities", Set(identityKinds.keys), Set(former.identityKinds.keys),
            why: "members may be known by it")
        for (name, kind) in former.identityKinds.sorted(by: { $0.key < $1.key }) {
            guard let own = identityKinds[name], own.normalisation != kind.normalisation else {
                continue
            }
            note(
                "/identities/\(name)/normalise",
                "found \(own.normalisation.rawValue), expected \(kind.normalisation.rawValue): "
                    + "values are kept in this form")
        }
        keep("/pointValue", "\(pointValue)", "\(former.pointValue)")
        keep("/timeZone", calendar.zone.name, former.calendar.zone.name)
        return problems
    }
}
