/// Every bound that the store keeps.
package enum StoreLimits {
    /// How long a statement waits for another connection's lock.
    static let busyMilliseconds: Int32 = 5_000
    /// Pages by which the log grows before it is written back into the database: small and often, so that nobody waits
    /// long behind it.
    static let checkpointPages: Int32 = 400
    /// Memory for database pages, in KiB.
    static let cacheKibibytes = 131_072
}
