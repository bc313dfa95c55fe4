import PointsJSON
import Testing

struct JSONWriterTests {
    private func text(_ write: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        write(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func `nothing written is nothing`() {
        #expect(JSONWriter(capacity: 0).bytes == [])
    }

    @Test func `a value may stand alone`() {
        #expect(text { $0.value("a\n") } == #""a\n""#)
        #expect(text { $0.value(Int64.min) } == "-9223372036854775808")
        #expect(text { $0.value(Int.max) } == "9223372036854775807")
        #expect(text { $0.value(false) } == "false")
        #expect(text { $0.value(["a": [1, nil]] as JSON) } == #"{"a":[1,null]}"#)
        #expect(text { $0.null() } == "null")
        #expect(text { $0.object { _ in } } == "{}")
        #expect(text { $0.array { _ in } } == "[]")
        #expect(text { $0.raw(Array("[1]".utf8)) } == "[1]")
    }

    @Test func `members of every kind are parted by commas`() {
        let written = text {
            $0.object {
                $0.member("string", "点")
                $0.member("integer", Int64(-1))
                $0.member("count", 2)
                $0.member("flag", true)
                $0.member("json", JSON.array([1]))
                $0.memberNull("nothing")
                $0.member("object", object: { $0.member("a", 1) })
                $0.member("array", array: { $0.element(1) })
                $0.member(named: "raw") { $0.raw("{}".utf8) }
                $0.member(named: "\"dynamic\"") { $0.value(9) }
                $0.member("last", object: { _ in })
            }
        }
        #expect(
            written == #"{"string":"点","integer":-1,"count":2,"flag":true,"json":[1],"#
                + #""nothing":null,"object":{"a":1},"array":[1],"raw":{},"#
                + #""\"dynamic\"":9,"last":{}}"#
        )
    }

    @Test func `elements of every kind are parted by commas`() {
        let written = text {
            $0.array {
                $0.element("a")
                $0.element(Int64(1))
                $0.element(2)
                $0.element(false)
                $0.element(JSON.null)
                $0.element(object: { $0.member("b", 1) })
                $0.element(array: { $0.element(array: { _ in }) })
                $0.raw("3".utf8)
                $0.object { _ in }
            }
        }
        #expect(written == #"["a",1,2,false,null,{"b":1},[[]],3,{}]"#)
    }

    @Test func `a member that is nil is left out with its comma`() {
        let written = text {
            $0.object {
                $0.member("a", nil as String?)
                $0.member("b", nil as Int64?)
                $0.member("c", 1)
                $0.member("d", nil as Int?)
                $0.member("e", nil as Bool?)
                $0.member("f", nil as JSON?)
                $0.member("g", Optional("x"))
                $0.member("h", JSON.null)
            }
        }
        #expect(written == #"{"c":1,"g":"x","h":null}"#)
    }

    @Test func `each line is a text of its own`() {
        let written = text { writer in
            for number in 1...3 {
                writer.object { $0.member("n", number) }
                writer.newline()
            }
            writer.value("end")
        }
        #expect(written == "{\"n\":1}\n{\"n\":2}\n{\"n\":3}\n\"end\"")
    }

    @Test func `a key is escaped like any string`() throws {
        let written = text {
            $0.object {
                $0.member("a\"\\\n点", 1)
                $0.member(named: "") { $0.array { _ in } }
            }
        }
        #expect(try JSON(parsing: written) == ["a\"\\\n点": 1, "": []])
    }

    @Test(arguments: JSONPropertyTests.seeds)
    func `what is written in parts is read as the whole`(seed: UInt64) throws {
        var random = RandomJSON(seed: seed)
        for _ in 0..<50 {
            let (first, second, key) = (random.value(), random.value(), random.string())
            let written = text { writer in
                writer.object {
                    $0.member("first", first)
                    $0.member(
                        "both",
                        array: {
                            $0.element(first)
                            $0.raw(second.bytes())
                        })
                    $0.member(named: "second") { $0.raw(second.bytes()) }
                    $0.member("inner", object: { $0.member(named: key) { $0.value(key) } })
                }
            }
            let expected: JSON = [
                "first": first, "both": [first, second], "second": second,
                "inner": .object([key: .string(key)]),
            ]
            #expect(try JSON(parsing: written) == expected, "seed \(seed)")
        }
    }
}
