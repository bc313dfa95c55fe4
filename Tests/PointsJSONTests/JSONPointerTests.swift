import PointsJSON
import Testing

struct JSONPointerTests {
    @Test func `the root is the empty text`() {
        #expect(JSONPointer.root.description == "")
    }

    @Test func `steps are joined by slashes`() {
        let pointer = JSONPointer.root.appending("lines").appending(12).appending("")
        #expect(pointer.description == "/lines/12/")
    }

    @Test(arguments: [
        ("a/b", "/a~1b"), ("m~n", "/m~0n"), ("~1", "/~01"), ("c%d", "/c%d"), (" ", "/ "),
        ("k\"l", "/k\"l"), ("点/数", "/点~1数"), ("/\u{301}", "/~1\u{301}"),
    ])
    func `tilde and slash in a key are escaped`(key: String, text: String) {
        let pointer = JSONPointer.root.appending(key)
        #expect(Array(pointer.description.utf8) == Array(text.utf8))
    }

    @Test func `pointers are compared by their bytes`() {
        let composed = JSONPointer.root.appending("\u{E9}")
        let decomposed = JSONPointer.root.appending("e\u{301}")
        #expect(composed != decomposed)
        #expect(composed == JSONPointer.root.appending("\u{E9}"))
        #expect(Set([composed, decomposed, composed]).count == 2)
    }

    @Test func `a key that looks like an index names the same place`() {
        #expect(JSONPointer.root.appending("0") == JSONPointer.root.appending(0))
    }
}
