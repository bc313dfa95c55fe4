import PointsJSON
import Testing

struct JSONSerialisationTests {
    @Test func `text is on one line and keeps the order of members`() {
        let value: JSON = ["b": [1, nil, true], "a": ["x": "y"], "c": [], "d": [:]]
        #expect(value.text() == #"{"b":[1,null,true],"a":{"x":"y"},"c":[],"d":{}}"#)
        #expect(value.bytes() == Array(value.text().utf8))
        #expect(value.description == value.text())
    }

    @Test func `pretty text has one member or element per line`() {
        let value: JSON = ["b": [1, [2, nil]], "a": ["x": "y"], "c": [], "d": [:]]
        #expect(
            value.text(pretty: true) == """
                {
                  "b": [
                    1,
                    [
                      2,
                      null
                    ]
                  ],
                  "a": {
                    "x": "y"
                  },
                  "c": [],
                  "d": {}
                }
                """)
    }

    @Test(
        arguments: [
            ("null", nil), ("[]", []), ("{}", [:]), ("-5", -5), ("\"a\"", "a"),
        ] as [(String, JSON)])
    func `pretty text of a value without parts is its text`(text: String, value: JSON) {
        #expect(value.text(pretty: true) == text)
        #expect(value.text() == text)
    }

    @Test(arguments: [
        ("\"\\/", #""\"\\/""#),
        ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
        ("\u{0}\u{1}\u{B}\u{F}\u{10}\u{1F}", #""\u0000\u0001\u000b\u000f\u0010\u001f""#),
        ("\r\n", #""\r\n""#),
        ("\u{7F}é点😀\u{2028}", "\"\u{7F}é点😀\u{2028}\""),
    ])
    func `only what must be is escaped`(value: String, text: String) {
        #expect(Array(JSON.string(value).text().utf8) == Array(text.utf8))
    }

    @Test(arguments: [
        (#" { "b" : 1.0 , "a" : [ 1e3 , 0.50 ] } "#, #"{"a":[1000,0.5],"b":1}"#),
        (#"{"b":{"d":1,"c":2},"a":[{"z":1,"y":2}]}"#, #"{"a":[{"y":2,"z":1}],"b":{"c":2,"d":1}}"#),
        (#"[3,1,2]"#, #"[3,1,2]"#),
        (#"{"aa":1,"a":2,"":3,"B":4}"#, #"{"":3,"B":4,"a":2,"aa":1}"#),
        (#"{"\u0061":"\u00e9\/\u000A"}"#, #"{"a":"é/\n"}"#),
        (#"["\u001F"]"#, #"["\u001f"]"#),
        ("{\"\u{1F600}\":1,\"\u{FF21}\":2}", "{\"\u{FF21}\":2,\"\u{1F600}\":1}"),
        ("{\"\u{E9}\":1,\"e\u{301}\":2}", "{\"e\u{301}\":2,\"\u{E9}\":1}"),
    ])
    func `canonical form has sorted keys and plain numbers`(
        text: String, canonical: String
    ) throws {
        #expect(try JSON(parsing: text).canonicalBytes() == Array(canonical.utf8))
    }
}
