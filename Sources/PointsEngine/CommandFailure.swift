internal import PointsCore
internal import PointsStore

/// Why a command was not carried out: the answer is no, or the disk failed and the batch is not acknowledged.
enum CommandFailure: Error {
    /// The answer is no; nothing was written for it.
    case refused(Refusal)
    /// The disk failed.
    case store(StoreError)
}

/// Runs something that may refuse.
func deciding<Result>(
    _ body: () throws(Refusal) -> Result
) throws(CommandFailure) -> Result {
    do throws(Refusal) {
        return try body()
    } catch {
        throw .refused(error)
    }
}

/// Runs something that touches the disk.
func storing<Result>(
    _ body: () throws(StoreError) -> Result
) throws(CommandFailure) -> Result {
    do throws(StoreError) {
        return try body()
    } catch {
        throw .store(error)
    }
}
