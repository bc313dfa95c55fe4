/// Makes a failing history short: leaves out chunks, then single steps, as long as it still fails.
enum Shrinker {
    static func shortest<Element>(
        _ elements: [Element], failing fails: ([Element]) -> Bool
    ) -> [Element] {
        var kept = elements
        var size = max(1, kept.count / 2)
        while true {
            var start = 0
            var isShorter = false
            while start < kept.count {
                var tried = kept
                tried.removeSubrange(start..<min(start + size, kept.count))
                if fails(tried) {
                    kept = tried
                    isShorter = true
                } else {
                    start += size
                }
            }
            if size == 1 && !isShorter { return kept }
            size = max(1, size / 2)
        }
    }
}
