extension String {
    /// Whether the UTF-8 bytes are the same: canonically equal texts may be different texts in a ledger.
    func hasSameBytes(as other: String) -> Bool {
        let isSame = utf8.withContiguousStorageIfAvailable { bytes in
            other.utf8.withContiguousStorageIfAvailable { otherBytes in
                bytes.count == otherBytes.count && bytes.elementsEqual(otherBytes)
            }
        }
        // Native strings are contiguous; the walk is for those that come from elsewhere.
        return (isSame ?? nil) ?? utf8.elementsEqual(other.utf8)
    }
}
