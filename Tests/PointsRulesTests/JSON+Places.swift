import PointsJSON

extension JSON {
    /// Every value within, with the way to it, the whole first.
    var places: [(path: [JSONStep], value: JSON)] {
        var inner: [(JSONStep, JSON)] = []
        switch self {
        case .array(let elements): inner = elements.enumerated().map { (.index($0), $1) }
        case .object(let object): inner = object.members.map { (.key($0.key), $0.value) }
        default: break
        }
        return [([], self)]
            + inner.flatMap { step, value in
                value.places.map { ([step] + $0.path, $0.value) }
            }
    }

    /// The same with another value at the end of a way; `nil` takes the member or element out.
    func changed(at path: some Collection<JSONStep>, _ change: (JSON) -> JSON?) -> JSON? {
        guard let step = path.first else { return change(self) }
        switch (self, step) {
        case (.object(var object), .key(let key)):
            object[key] = object[key]?.changed(at: path.dropFirst(), change)
            return .object(object)
        case (.array(var elements), .index(let index)):
            if let value = elements[index].changed(at: path.dropFirst(), change) {
                elements[index] = value
            } else {
                elements.remove(at: index)
            }
            return .array(elements)
        default: return self
        }
    }
}
