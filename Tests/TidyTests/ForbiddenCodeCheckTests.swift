import Testing

struct ForbiddenCodeCheckTests {
    @Test(arguments: [
        Snippet("package struct A { let isPublic: Bool }"),
        Snippet("public struct A {}", complaintsOn: [1]),
        Snippet("public import Foundation", complaintsOn: [1]),
        Snippet("open class A {}", complaintsOn: [1]),
        Snippet("let a = open(path, O_RDONLY)\nlet b = c.public"),
        Snippet("enum A {\n    case open\n    case closed\n}"),
        Snippet("let a = try! b()", complaintsOn: [1]),
        Snippet("let a = b as! Int", complaintsOn: [1]),
        Snippet("let a = b!", complaintsOn: [1]),
        Snippet("let a = b()!.c", complaintsOn: [1]),
        Snippet("let a = b[0]!", complaintsOn: [1]),
        Snippet("var a: Int!", complaintsOn: [1]),
        Snippet("let a = try b() as? Int"),
        Snippet("if !a && b != c || (!d) {}"),
        Snippet("if a!=b {}"),
        Snippet("let a = \"b!\" // c!"),
        Snippet("let a = \"\\(b!)\"", complaintsOn: [1]),
    ])
    func `finds what is public or forced`(_ snippet: Snippet) {
        #expect(ForbiddenCodeCheck.findings(in: snippet.source).map(\.line) == snippet.lines)
    }
}
