import PointsJSON
import Testing

struct JSONObjectTests {
    @Test func `a new object is empty`() {
        let object = JSONObject()
        #expect(object.isEmpty)
        #expect(object.keys == [])
        #expect(object["a"] == nil)
    }

    @Test func `setting appends a new key and replaces a known one in place`() {
        var object: JSONObject = ["a": 1, "b": 2]
        object["c"] = 3
        object["a"] = "one"
        #expect(object.keys == ["a", "b", "c"])
        #expect(object["a"] == "one")
        #expect(object.count == 3)
    }

    @Test func `setting nil removes and setting null keeps`() {
        var object: JSONObject = ["a": 1, "b": 2, "c": 3]
        object["a"] = nil
        object["b"] = JSON.null
        object["d"] = nil
        #expect(object.keys == ["b", "c"])
        #expect(object["b"]?.isNull == true)
    }

    @Test func `keys are compared by their bytes`() {
        var object: JSONObject = ["\u{E9}": 1]
        object["e\u{301}"] = 2
        #expect(object.count == 2)
        #expect(object["\u{E9}"] == 1)
    }

    @Test func `a literal with a key given twice stops the program`() async {
        await #expect(processExitsWith: .failure) {
            _ = ["a": 1, "b": 2, "a": 3] as JSONObject
        }
    }

    @Test func `a literal keeps its order`() {
        let object: JSONObject = ["z": 1, "a": 2, "m": 3]
        #expect(object.members.map(\.key) == ["z", "a", "m"])
        #expect(JSON.object(object) == ["a": 2, "m": 3, "z": 1])
    }
}
