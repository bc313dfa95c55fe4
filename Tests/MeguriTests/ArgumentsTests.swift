import PointsCore
import Testing

@testable import meguri

struct ArgumentsTests {
    private func arguments(_ words: [String]) throws(CommandLineError) -> Arguments {
        try Arguments(words, options: ["db", "date"], flags: ["json"])
    }

    private func complaint(_ body: () throws(CommandLineError) -> Void) -> String? {
        do throws(CommandLineError) {
            try body()
            return nil
        } catch {
            guard case .usage(let problem, let usage) = error, usage == Usage.text,
                error.code == .usage
            else { return error.message }
            return problem
        }
    }

    @Test
    func `sorts options, flags and the rest`() throws {
        let found = try arguments(["check", "--db", "a.db", "--json", "more", "-x"])
        #expect(found.rest == ["check", "more", "-x"])
        #expect(found.optional("db") == "a.db")
        #expect(try found.value("db") == "a.db")
        #expect(found.has("json") && !found.has("db"))
        #expect(found.optional("date") == nil)
    }

    @Test
    func `the word after an option is its value whatever it looks like`() throws {
        #expect(try arguments(["--db", "--json"]).value("db") == "--json")
        #expect(try arguments(["--db", ""]).value("db").isEmpty)
    }

    @Test(arguments: [
        (["--nope"], "There is no option --nope here."),
        (["--db=a"], "There is no option --db=a here."), (["--"], "There is no option -- here."),
        (["--db"], "--db takes one value, once."),
        (["--db", "a", "--db", "b"], "--db takes one value, once."),
    ])
    func `refuses options that are not there or not once`(_ words: [String], _ problem: String) {
        #expect(complaint { () throws(CommandLineError) in _ = try arguments(words) } == problem)
    }

    @Test(arguments: [
        (["rules", "check"], 1), (["rules", "test"], 1), (["rules", "diff"], 2),
        (["rules", "activate"], 2), (["rules", "history"], 1), (["rules", "backtest"], 3),
        (["rules"], 9), (["migrate"], 1), (["migrate", "plan"], 1), (["migrate", "apply"], 1),
        (["migrate", "reconcile"], 1), (["stdio"], 1), (["serve"], 2), (["verify"], 1),
        (["rebuild"], 1), (["close"], 1), (["export"], 2), (["explain"], 2),
    ])
    func `says how a command is used that is asked for help`(_ words: [String], _ count: Int) throws
    {
        for rest in [["--help"], ["--clock", "2026-06-10T12:00:00+09:00", "--help"]].prefix(
            ["stdio", "serve"].contains(words[0]) ? 2 : 1)
        {
            let outcome = try MeguriProcess.run(words + rest)
            #expect(outcome.status == 0 && outcome.errors.isEmpty)
            let lines = outcome.output.split(separator: "\n")
            #expect(lines.count == count, "\(outcome.output)")
            #expect(lines.first?.hasPrefix("meguri \(words[0])") == true)
            #expect(Usage.text.contains(outcome.output.dropLast()))
        }
    }

    @Test
    func `a value that looks like help is a value`() throws {
        #expect(try arguments(["--db", "--help"]).value("db") == "--help")
        #expect(Usage.text(of: ["fly", "--help"]) == Usage.text)
        #expect(Usage.text(of: []) == Usage.text)
    }

    @Test
    func `refuses a flag that is given twice`() {
        let problem = complaint { () throws(CommandLineError) in
            _ = try arguments(["--json", "--json"])
        }
        #expect(problem == "--json is given twice.")
    }

    @Test
    func `says which option is missing, is no day, or is one word too many`() throws {
        let none = try arguments([])
        let odd = try arguments(["--date", "2026-02-30", "word"])
        #expect(
            complaint { () throws(CommandLineError) in _ = try none.value("db") }
                == "--db is missing.")
        #expect(
            complaint { () throws(CommandLineError) in _ = try odd.date("date") }
                == "--date should be a day such as 2026-11-22.")
        #expect(
            complaint { () throws(CommandLineError) in try odd.finish() }
                == "\"word\" is one word too many.")
        #expect(complaint { () throws(CommandLineError) in try none.finish() } == nil)
    }

    @Test
    func `reads a day`() throws {
        let found = try arguments(["--date", "2026-06-10"])
        #expect(try found.date("date") == CivilDate(year: 2026, month: 6, day: 10))
    }
}
