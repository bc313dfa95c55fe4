/// What may gather before it is written: rows folded since the last flush, and pages of the log.
struct Backlog {
    let rows: Int
    let pages: Int
}
