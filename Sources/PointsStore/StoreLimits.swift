/// Every bound that the store keeps.
package enum StoreLimits {
    /// How long a statement waits for another connection's lock.
    static let busyMilliseconds: Int32 = 5_000
    /// Memory for database pages, in KiB.
    static let cacheKibibytes = 131_072
}
