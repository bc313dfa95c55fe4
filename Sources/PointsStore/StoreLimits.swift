/// Every bound that the store keeps.
package enum StoreLimits {
    /// How long a statement waits for another connection's lock.
    static let busyMilliseconds: Int32 = 5_000
    /// Pages in the log after which it is written back into the database: small and often, so that no commit waits long.
    static let checkpointPages = 4_000
    /// Memory for database pages, in KiB.
    static let cacheKibibytes = 131_072
}
