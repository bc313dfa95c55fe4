import PointsJSON
import Testing

struct JSONTests {
    static let one: [(JSON, String)] = [
        (nil, "null"), (true, "true or false"), (1, "a number"), ("a", "a string"),
        ([1], "an array"), (["a": 1], "an object"),
    ]

    @Test(arguments: one)
    func `a value names its kind`(value: JSON, name: String) {
        #expect(value.kindName == name)
    }

    @Test(arguments: one)
    func `a value answers to its own kind alone`(value: JSON, name: String) {
        #expect(value.isNull == (name == "null"))
        #expect(value.bool == (name == "true or false" ? true : nil))
        #expect(value.exactInteger == (name == "a number" ? 1 : nil))
        #expect(value.string == (name == "a string" ? "a" : nil))
        #expect(value.array == (name == "an array" ? [1] : nil))
        #expect(value.object == (name == "an object" ? ["a": 1] : nil))
        #expect(value["a"] == (name == "an object" ? 1 : nil))
    }

    @Test func `a decimal is a number and may be an integer`() throws {
        #expect(try JSON(parsing: "1.5").kindName == "a number")
        #expect(try JSON(parsing: "1.50e1").exactInteger == 15)
        #expect(try JSON(parsing: "1.5").exactInteger == nil)
    }

    @Test func `a missing member is not a null`() throws {
        let value = try JSON(parsing: #"{"a":null}"#)
        #expect(value["a"] == .some(.null))
        #expect(value["b"] == .none)
    }

    @Test func `values of different kinds are different`() throws {
        let texts = ["null", "false", "0", "0.0", "\"\"", "[]", "{}", "\"0\"", "[0]", "{\"0\":0}"]
        let values = try texts.map { try JSON(parsing: $0) }
        #expect(Set(values).count == texts.count)
    }

    @Test func `strings are compared by their bytes`() {
        #expect(JSON.string("\u{E9}") != JSON.string("e\u{301}"))
        #expect(JSON.string("\u{E9}") == JSON.string("\u{E9}"))
        #expect(["\u{E9}": 1] as JSON != ["e\u{301}": 1])
        #expect(Set<JSON>(["\u{E9}", "e\u{301}"]).count == 2)
    }

    @Test(arguments: [3, 16, 17, 50])
    func `objects are equal in any order but with one value changed`(count: Int) {
        var forwards = JSONObject()
        var backwards = JSONObject()
        for number in 0..<count {
            forwards["key \(number)"] = .integer(Int64(number))
            backwards["key \(count - 1 - number)"] = .integer(Int64(count - 1 - number))
        }
        #expect(forwards == backwards)
        #expect(forwards.hashValue == backwards.hashValue)
        backwards["key 2"] = "two"
        #expect(forwards != backwards)
        backwards["key 2"] = nil
        #expect(forwards != backwards)
        backwards["other"] = 2
        #expect(forwards != backwards)
    }

    @Test func `arrays are equal only in the same order`() {
        #expect([1, 2] as JSON == [1, 2])
        #expect([1, 2] as JSON != [2, 1])
        #expect([1, 2] as JSON != [1, 2, 2])
    }
}
