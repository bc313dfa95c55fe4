import PointsJSON

extension JSONPointer {
    /// The end of a way.
    init(_ path: some Sequence<JSONStep>) {
        self = path.reduce(.root) { pointer, step in
            switch step {
            case .key(let key): pointer.appending(key)
            case .index(let index): pointer.appending(index)
            }
        }
    }
}
