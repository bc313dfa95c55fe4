import Testing

struct DocumentationCheckTests {
    @Test(arguments: [
        Snippet("/// One.\npackage struct A {}"),
        Snippet("/// One.\n@frozen\n@available(*, deprecated)\npackage enum A {}"),
        Snippet("package struct A {}", complaintsOn: [1]),
        Snippet("// One.\npackage struct A {}", complaintsOn: [2]),
        Snippet("/// One.\n\npackage struct A {}", complaintsOn: [3]),
        Snippet("/// One.\npackage struct A {\n    package let b: Int\n}", complaintsOn: [3]),
        Snippet("extension A {\n    package static func b() {}\n}", complaintsOn: [2]),
        Snippet("extension A {\n    static package func b() {}\n}", complaintsOn: [2]),
        Snippet("struct A {\n    package private(set) var b = 1\n}", complaintsOn: [2]),
        Snippet("class A {\n    package class func b() {}\n}", complaintsOn: [2]),
        Snippet("struct A {\n    package init() {}\n}", complaintsOn: [2]),
        Snippet("/// One.\npackage enum A {\n    case b\n    case c\n}"),
        Snippet(
            "/// One.\npackage protocol A {\n    var b: Int { get }\n    /// Two.\n    func c()\n}",
            complaintsOn: [3]),
        Snippet("protocol A {\n    var b: Int { get }\n}"),
        Snippet("package import Foundation"),
        Snippet("let package = Package(name: package)\nlet a = b.package"),
        Snippet("let a = \"package struct A\""),
    ])
    func `finds package declarations without a comment`(_ snippet: Snippet) {
        #expect(DocumentationCheck.findings(in: snippet.source).map(\.line) == snippet.lines)
    }
}
