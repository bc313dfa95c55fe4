import Testing

@testable import PointsEngine

struct ConveyorTests {
    @Test(arguments: [1, 2, 7, 100])
    func `gives results in the order in which batches came`(aheadMax: Int) {
        let conveyor = Conveyor<Int, Int> { number in
            // Batches of unlike size, so that later ones are done before earlier ones.
            (0..<(number % 5) * 1_000).reduce(number * 1_000_000) { $0 ^ ($1 & 0) }
        }
        var results: [Int] = []
        for number in 0..<500 {
            conveyor.put(number)
            if conveyor.count > aheadMax { results += [conveyor.next()].compactMap { $0 } }
        }
        while let result = conveyor.next() { results.append(result) }
        #expect(results == (0..<500).map { $0 * 1_000_000 })
        #expect(conveyor.next() == nil)
    }
}
