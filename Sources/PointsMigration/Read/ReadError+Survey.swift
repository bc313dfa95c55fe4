// MARK: - What an error tells

extension ReadError {
    /// How far the reading came; a file that cannot be opened explains all the others.
    var byteOffset: Int {
        switch self {
        case .cannotOpen, .cannotRead: .max
        case .emptyFile: -1
        case .nulByte(let place), .unclosedQuote(let place), .bareQuote(let place),
            .textAfterQuote(let place), .fieldTooLong(let place), .recordTooLong(let place),
            .tooManyColumns(let place), .columnCount(let place, _, _),
            .wrongBytes(let place, _, _):
            place.byteOffset
        }
    }

    /// Whether a file in another dialect could fail like this.
    var mayBeDialect: Bool {
        switch self {
        case .unclosedQuote, .textAfterQuote, .columnCount, .bareQuote, .fieldTooLong,
            .recordTooLong, .tooManyColumns:
            true
        case .cannotOpen, .cannotRead, .emptyFile, .nulByte, .wrongBytes: false
        }
    }
}
