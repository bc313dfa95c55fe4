/// One Swift file, read once for all checks.
struct SwiftSource {
    /// From the root of the repository: `Sources/PointsCore/Values/Points.swift`.
    let path: String
    let lines: [Substring]
    let tokens: [SwiftToken]

    init(path: String, text: String) {
        self.path = path
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        self.lines = lines
        tokens = SwiftLexer.tokens(of: text)
    }

    /// `Points` of `Sources/PointsCore/Values/Points.swift`.
    var baseName: Substring {
        (path.split(separator: "/").last ?? "").dropLast(".swift".count)
    }

    /// `PointsCore` of `Sources/PointsCore/Values/Points.swift`.
    var target: String {
        path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    }

    func finding(_ line: Int, _ complaint: String) -> Finding {
        Finding(path: path, line: line, complaint: complaint)
    }
}

// MARK: - Tokens

extension SwiftSource {
    /// The token at `index`, or nil beyond either end.
    func token(_ index: Int) -> SwiftToken? {
        tokens.indices.contains(index) ? tokens[index] : nil
    }

    /// How many braces are open before each token.
    var braceDepths: [Int] {
        var depth = 0
        return tokens.map { token in
            if token.isMark("}") { depth -= 1 }
            defer { if token.isMark("{") { depth += 1 } }
            return depth
        }
    }

    /// Whether the word at `index` is a keyword: not the member of something, nor a label.
    func isKeyword(at index: Int) -> Bool {
        guard let token = token(index), token.kind == .word else { return false }
        if let before = self.token(index - 1), before.isMark("."), token.isAttached { return false }
        return self.token(index + 1)?.isMark(":") != true
    }

    /// The index of the bracket that closes the one at `index`.
    func closing(_ open: String, _ close: String, from index: Int) -> Int? {
        var depth = 0
        for next in index..<tokens.count {
            if tokens[next].isMark(open) { depth += 1 }
            if tokens[next].isMark(close) { depth -= 1 }
            if depth == 0 { return next }
        }
        return nil
    }
}
