/// Every bound that the store keeps.
package enum StoreLimits {
    /// How long a statement waits for another connection's lock.
    static let busyMilliseconds: Int32 = 5_000
    /// Pages of a database, 128 GiB: the first byte of a page's number stays below the marks of b-tree pages.
    static let pagesMax = 33_554_431
    /// Memory for database pages, in KiB.
    static let cacheKibibytes = 131_072
}
