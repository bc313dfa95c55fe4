import PointsCore
import PointsJSON

/// Reads the files of a set of rules together, since they name each other.
struct RulesetReader {
    /// Paths and contents, in the order of the paths; no content where the sheet says already that
    /// there is none.
    let files: [(path: String, content: JSON?)]
    let hash: [UInt8]
    let sheet: ComplaintSheet

    static let programFile = "program.json"
    static let tiersFile = "tiers.json"
    static let consentsFile = "consents.json"

    private enum Kind {
        case program
        case earn
        case burn
        case activity
        case segment
        case offer
        case tiers
        case consents
    }
}

// MARK: - Reading

extension RulesetReader {
    /// The rules, with stand-ins wherever the sheet has a complaint.
    func read() -> CheckedRules {
        for file in files where kind(of: file.path) == nil { complainOfPlace(of: file.path) }
        complainOfTwins()
        let surroundings = surroundings()
        var titles: [String: Caption] = [:]
        var examples: [RuleExample] = []
        let earnRules = files(.earn).map { value in
            let object = EarnRule.members(of: value)
            let header = RuleHeader(object, kind: "earn", in: surroundings)
            titles[header.id] = header.title
            examples += RuleExample.list(
                object, of: header, measure: .points, in: surroundings)
            return EarnRule(object, header: header, in: surroundings)
        }
        let burnRules = files(.burn).map { value in
            let object = BurnRule.members(of: value)
            let header = RuleHeader(object, kind: "burn", in: surroundings)
            titles[header.id] = header.title
            examples += RuleExample.list(
                object, of: header, measure: .redeemable, in: surroundings)
            return BurnRule(object, header: header)
        }
        var activityExamples: [ActivityExample] = []
        let activityRules = files(.activity).map { value in
            let object = ActivityRule.members(of: value)
            let header = RuleHeader(object, kind: "activity", in: surroundings)
            titles[header.id] = header.title
            activityExamples += ActivityExample.list(object, of: header, in: surroundings)
            return ActivityRule(object, header: header, in: surroundings)
        }
        var segmentExamples: [SegmentExample] = []
        let segments = files(.segment).map { value in
            let object = Segment.members(of: value)
            let segment = Segment(object, in: surroundings)
            titles[segment.id] = Caption(object.required("title"))
            segmentExamples += SegmentExample.list(object, of: segment.id, in: surroundings)
            return segment
        }
        let offers = files(.offer).map { value in
            let object = Offer.members(of: value)
            let header = RuleHeader(object, kind: "offer", in: surroundings)
            titles[header.id] = header.title
            return Offer(
                object, header: header,
                conditions: earnRules.map { ($0.id, $0.condition) }
                    + activityRules.map { ($0.id, $0.condition) }, in: surroundings)
        }
        let tiers = files(.tiers).first.map { TierFile($0, in: surroundings) }
        complainOfDisagreement(among: earnRules.map { ($0.id, $0.group, $0.pick) })
        complainOfDisagreement(among: activityRules.map { ($0.id, $0.group, $0.pick) })
        complainOfWaiting(among: earnRules)
        let ruleset = Ruleset(
            hash: hash, program: surroundings.program, earnRules: earnRules, burnRules: burnRules,
            activityRules: activityRules, segments: segments, offers: offers, tiers: tiers?.policy,
            consents: files(.consents).first.map { ConsentPolicy($0, in: surroundings) },
            titles: titles)
        return CheckedRules(
            ruleset: ruleset, examples: examples, activityExamples: activityExamples,
            tierExamples: tiers?.examples ?? [], segmentExamples: segmentExamples)
    }

    private func surroundings() -> RuleSurroundings {
        let program = files(.program).first
        if program == nil { note(RulesetReader.programFile, "the file is missing") }
        let earnFiles = files(.earn)
        return RuleSurroundings(
            program: Program(program ?? value(RulesetReader.programFile, nil)),
            earnRules: earnFiles.map(\.ruleID),
            plainRules: ids(earnFiles, except: ["multiply", "add_percent"]),
            moneyRules: ids(earnFiles, except: ["fixed", "per_item", "multiply", "add_percent"]),
            activityRules: files(.activity).map(\.ruleID),
            segments: files(.segment).map(\.ruleID), purposes: purposes(),
            tiers: files(.tiers).first?.peek("tiers")?.json?.array?.compactMap {
                $0["id"]?.string
            } ?? [])
    }

    /// The companies that ask for each purpose, as far as the file on consents can be read.
    private func purposes() -> [String: [String]]? {
        guard let consents = files(.consents).first else { return nil }
        let purposes = consents.peek("purposes")?.json?.object?.members ?? []
        return Dictionary(
            purposes.map { ($0.key, ($0.value["companies"]?.object?.keys ?? []).sorted()) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Ids of the rules whose type of award is none of those.
    ///
    /// One that is no word of the format is a mistake there, and not of the rules that build on it.
    private func ids(_ files: [RuleValue], except types: [String]) -> Set<String> {
        Set(
            files.filter { !types.contains($0.peek("award")?.peek("type")?.string ?? "") }
                .map(\.ruleID))
    }

    private func files(_ kind: Kind) -> [RuleValue] {
        files.filter { self.kind(of: $0.path) == kind }.map { value($0.path, $0.content) }
    }

    private func value(_ path: String, _ content: JSON?) -> RuleValue {
        RuleValue(json: content, file: path, pointer: .root, sheet: sheet)
    }
}

// MARK: - Places

extension RulesetReader {
    private func kind(of path: String) -> Kind? {
        let steps = path.split(separator: "/", omittingEmptySubsequences: false)
        // A folder has no other files; a set that comes in a request may.
        guard path.hasSuffix(".json"), !steps.contains(where: { $0.hasPrefix(".") }) else {
            return nil
        }
        switch steps.first {
        case "program.json" where steps.count == 1: return .program
        case "earn" where steps.count == 2: return .earn
        case "burn" where steps.count == 2: return .burn
        case "activities" where steps.count == 2: return .activity
        case "segments" where steps.count == 2: return .segment
        case "offers" where steps.count == 2: return .offer
        case "tiers.json" where steps.count == 1: return .tiers
        case "consents.json" where steps.count == 1: return .consents
        default: return nil
        }
    }

    private func complainOfPlace(of path: String) {
        note(
            path,
            "unknown file, expected program.json, earn/….json, burn/….json, activities/….json,"
                + " segments/….json, offers/….json, tiers.json or consents.json")
    }

    /// Names that look the same, but are made of other characters (Unicode's normal forms), are one name to people and to some file systems.
    private func complainOfTwins() {
        var paths: Set<String> = []
        for file in files where !paths.insert(file.path).inserted {
            note(file.path, "there is a file of this name already, " + Wording.twin)
        }
    }

    private func note(_ file: String, _ problem: String) {
        sheet.note(RulesProblem(file: file, pointer: "", problem: problem))
    }
}

// MARK: - Groups

extension RulesetReader {
    private typealias Competitor = (id: String, group: String, pick: EarnRule.Pick)

    /// Which rules of a group count is a matter of the group, so its rules must say the same.
    private func complainOfDisagreement(among rules: [Competitor]) {
        var first: [String: Competitor] = [:]
        for rule in rules where !isWrong(rule.id, at: "/stacking") {
            guard let other = first[rule.group] else {
                first[rule.group] = rule
                continue
            }
            guard rule.pick != other.pick else { continue }
            sheet.note(
                RulesProblem(
                    file: rule.id + ".json", pointer: "/stacking/pick",
                    problem: "found \"\(rule.pick.rawValue)\", expected "
                        + "\"\(other.pick.rawValue)\" as \(other.id) of the same group says"))
        }
    }

    /// Whether a part of a rule is wrong by itself: then nothing is said of others because of it.
    private func isWrong(_ rule: String, at pointer: String) -> Bool {
        sheet.hasComplaint(in: rule + ".json", at: pointer)
    }

    /// Points of one class wait alike: a purchase's pending points are told apart by their class.
    private func complainOfWaiting(among rules: [EarnRule]) {
        let rules = rules.filter { !isWrong($0.id, at: "/grant") }
        for rule in rules where rule.pending != nil {
            let place = RulesProblem(
                file: rule.id + ".json", pointer: "/grant/pending",
                problem: "points that wait by a rule of their own need a class of their own")
            if rule.pointClass == .standard {
                sheet.note(place)
            } else if let other = rules.first(where: {
                $0.pointClass == rule.pointClass && $0.pending != rule.pending
            }) {
                sheet.note(
                    RulesProblem(
                        file: place.file, pointer: place.pointer,
                        problem: "\(other.id) grants the same class and says otherwise"))
            }
        }
    }
}
