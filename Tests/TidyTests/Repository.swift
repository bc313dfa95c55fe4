import Foundation

/// The files of this repository, found from the place of this one.
struct Repository {
    static let shared = Repository()

    /// From the root; folders of builds, the history and what `.gitignore` names are left out.
    let paths: [String]
    private let root: URL

    private init() {
        root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let found = FileManager.default.enumerator(atPath: root.path(percentEncoded: false))
        var paths: [String] = []
        while let path = found?.nextObject() as? String {
            let name = path.split(separator: "/").last ?? ""
            if name == ".git" || name.hasPrefix(".build") || name == "__pycache__" {
                found?.skipDescendants()
            } else if found?.fileAttributes?[.type] as? FileAttributeType == .typeRegular {
                paths.append(path)
            }
        }
        self.paths = paths.sorted()
    }
}

// MARK: - Reading

extension Repository {
    /// Bytes of the longest file that is read as text; longer ones are data.
    private static let textBytesMax = 1_024 * 1_024

    /// The text at a path, or nil if it is not UTF-8 or too long to have been written by hand.
    func text(at path: String) -> String? {
        guard
            let data = FileManager.default.contents(
                atPath: root.appending(path: path).path(percentEncoded: false)),
            data.count <= Self.textBytesMax
        else { return nil }
        return String(validating: data, as: UTF8.self)
    }

    /// Every Swift file under `Sources` and `Tests`.
    var swiftSources: [SwiftSource] {
        paths.filter { path in
            path.hasSuffix(".swift") && (path.hasPrefix("Sources/") || path.hasPrefix("Tests/"))
        }
        .compactMap { path in text(at: path).map { SwiftSource(path: path, text: $0) } }
    }
}
