package import PointsCore

// MARK: - What is folded from the journal

extension LedgerStore {
    /// The journal position that the projections stand for, and the program's state there.
    package func projected() throws(StoreError) -> (JournalPosition, ProgramState) {
        let select = try database.statement("SELECT position, program FROM projection")
        defer { select.reset() }
        guard try select.step() else { return (.none, ProgramState()) }
        let record = select.bytes(1)
        return (
            JournalPosition(select.integer(0)),
            try decode("projection") { () throws(LedgerFault) in
                try ProgramState(record: record)
            }
        )
    }

    /// A member's state.
    package func member(_ number: Int64) throws(StoreError) -> Member? {
        let select = try database.statement("SELECT body FROM members WHERE number = ?")
        try select.bind(number, at: 1)
        defer { select.reset() }
        guard try select.step() else { return nil }
        let record = select.bytes(0)
        return try decode("members") { () throws(LedgerFault) in try Member(record: record) }
    }

    /// Every member's row in a range, in order.
    package func forEachMember(
        in range: ClosedRange<Int64>, _ body: (MemberRow) throws(StoreError) -> Void
    ) throws(StoreError) {
        let select = try database.statement(
            """
            SELECT number, lots_end_on, settles_at, left_at, tier_ends_on, body FROM members
            WHERE number BETWEEN ? AND ? ORDER BY number
            """)
        try select.bind(range.lowerBound, at: 1)
        try select.bind(range.upperBound, at: 2)
        defer { select.reset() }
        while try select.step() { try body(MemberRow(select)) }
    }

    /// Members of a range in whose rows something is due, in order, at most so many.
    ///
    /// Only the small columns before the state are read.
    package func members(
        in range: ClosedRange<Int64>, due horizon: DueHorizon, atMost countMax: Int
    ) throws(StoreError) -> [Int64] {
        let select = try database.statement(
            """
            SELECT number FROM members
            WHERE number BETWEEN ?1 AND ?2 AND (lots_end_on <= ?3 OR settles_at <= ?4
                OR tier_ends_on <= ?3 OR left_at < ?5)
            ORDER BY number LIMIT ?6
            """)
        try select.bind(range.lowerBound, at: 1)
        try select.bind(range.upperBound, at: 2)
        try select.bind(Int64(horizon.day.dayNumber), at: 3)
        try select.bind(horizon.moment.milliseconds, at: 4)
        try select.bind(horizon.erasesLeftBefore.milliseconds, at: 5)
        try select.bind(Int64(countMax), at: 6)
        defer { select.reset() }
        var numbers: [Int64] = []
        while try select.step() { numbers.append(select.integer(0)) }
        return numbers
    }

    /// What has become of a purchase since it was recorded; `nil` if nothing has.
    package func purchaseProgress(_ position: JournalPosition) throws(StoreError) -> [UInt8]? {
        let select = try database.statement("SELECT body FROM purchases WHERE position = ?")
        try select.bind(position.number, at: 1)
        defer { select.reset() }
        return try select.step() ? select.bytes(0) : nil
    }

    /// The row of a hold; `nil` if nothing has happened to it.
    package func holdRow(_ position: JournalPosition) throws(StoreError) -> [UInt8]? {
        let select = try database.statement("SELECT body FROM holds WHERE position = ?")
        try select.bind(position.number, at: 1)
        defer { select.reset() }
        return try select.step() ? select.bytes(0) : nil
    }

    /// What has become of a hold; `nil` if nothing has.
    package func holdProgress(_ position: JournalPosition) throws(StoreError) -> HoldProgress? {
        guard let record = try holdRow(position) else { return nil }
        return try decode("holds") { () throws(LedgerFault) in try HoldProgress(record: record) }
    }

    /// The entry that has an order number, or the reference of an activity.
    package func order(_ key: OrderKey) throws(StoreError) -> JournalPosition? {
        let select = try database.statement(
            "SELECT position FROM orders WHERE channel = ? AND \"order\" = ?")
        try select.bind(key.channel.text, at: 1)
        try select.bind(key.order.text, at: 2)
        defer { select.reset() }
        return try select.step() ? JournalPosition(select.integer(0)) : nil
    }

    /// What was done under a key.
    package func key(_ key: String) throws(StoreError) -> KeyRecord? {
        let select = try database.statement("SELECT content, position FROM keys WHERE key = ?")
        try select.bind(key, at: 1)
        defer { select.reset() }
        guard try select.step() else { return nil }
        return KeyRecord(
            content: select.bytes(0), position: JournalPosition(select.integer(1)))
    }

    /// The running totals of a day.
    package func day(_ day: CivilDate) throws(StoreError) -> DayBook? {
        let select = try database.statement("SELECT body FROM days WHERE day = ?")
        try select.bind(Int64(day.dayNumber), at: 1)
        defer { select.reset() }
        guard try select.step() else { return nil }
        let record = select.bytes(0)
        return try decode("days") { () throws(LedgerFault) in try DayBook(record: record) }
    }

    /// All days on which something is booked, in order.
    package func days() throws(StoreError) -> [DayBook] {
        let select = try database.statement("SELECT body FROM days ORDER BY day")
        defer { select.reset() }
        var days: [DayBook] = []
        while try select.step() {
            let record = select.bytes(0)
            days.append(
                try decode("days") { () throws(LedgerFault) in try DayBook(record: record) })
        }
        return days
    }

    /// How many rows a table has.
    package func count(of table: LedgerTable) throws(StoreError) -> Int64 {
        try database.number(table.countStatement)
    }

    private func decode<Value>(
        _ table: String, _ read: () throws(LedgerFault) -> Value
    ) throws(StoreError) -> Value {
        do throws(LedgerFault) {
            return try read()
        } catch {
            throw .damaged(table: table, problem: error.message)
        }
    }
}

// MARK: - Writing what was folded

extension LedgerStore {
    /// Writes rows that were folded since the last time, and the position they stand for.
    ///
    /// The caller gives them in the order of their keys, so that neighbours share a page.
    package func project(_ rows: ProjectionRows) throws(StoreError) {
        try write(rows.members)
        for (position, body) in rows.purchases {
            try write(
                "INSERT OR REPLACE INTO purchases (position, body) VALUES (?, ?)", position, body)
        }
        for (position, body) in rows.holds {
            try write(
                "INSERT OR REPLACE INTO holds (position, body) VALUES (?, ?)", position, body)
        }
        for (day, body) in rows.days {
            try write("INSERT OR REPLACE INTO days (day, body) VALUES (?, ?)", day, body)
        }
        let orders = try database.statement(
            "INSERT OR REPLACE INTO orders (channel, \"order\", position) VALUES (?, ?, ?)")
        for (key, position) in rows.orders {
            try orders.bind(key.channel.text, at: 1)
            try orders.bind(key.order.text, at: 2)
            try orders.bind(position.number, at: 3)
            try orders.run()
        }
        let keys = try database.statement(
            "INSERT OR REPLACE INTO keys (key, content, position) VALUES (?, ?, ?)")
        for (key, record) in rows.keys {
            try keys.bind(key, at: 1)
            try keys.bind(record.content, at: 2)
            try keys.bind(record.position.number, at: 3)
            try keys.run()
        }
        let projection = try database.statement(
            "INSERT OR REPLACE INTO projection (one, position, program) VALUES (1, ?, ?)")
        try projection.bind(rows.position.number, at: 1)
        try projection.bind(rows.program, at: 2)
        try projection.run()
    }

    private func write(_ members: [MemberRow]) throws(StoreError) {
        let insert = try database.statement(
            """
            INSERT OR REPLACE INTO members
                (number, lots_end_on, settles_at, left_at, tier_ends_on, body)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        for row in members {
            try insert.bind(row.number, at: 1)
            try insert.bind(row.lotsEndOn, at: 2)
            try insert.bind(row.settlesAt, at: 3)
            try insert.bind(row.leftAt, at: 4)
            try insert.bind(row.tierEndsOn, at: 5)
            try insert.bind(row.body, at: 6)
            try insert.run()
        }
    }

    private func write(_ sql: StaticString, _ key: Int64, _ body: [UInt8]) throws(StoreError) {
        let insert = try database.statement(sql)
        try insert.bind(key, at: 1)
        try insert.bind(body, at: 2)
        try insert.run()
    }
}
