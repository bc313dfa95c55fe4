@testable import PointsStore

extension LedgerStore {
    /// What a pragma says on this connection.
    func pragma(_ sql: StaticString) throws -> Int64 {
        try database.number(sql)
    }
}
