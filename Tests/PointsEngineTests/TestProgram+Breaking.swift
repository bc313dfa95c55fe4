import PointsStore

// MARK: - Writes that fail, by means of SQLite

extension TestProgram {
    /// From now on SQLite refuses entries behind a position: a write that fails in the middle of a batch.
    func breakJournal(after position: Int64) throws {
        try raw { database in
            try database.execute(
                """
                CREATE TRIGGER broken BEFORE INSERT ON journal WHEN NEW.position > \(position)
                BEGIN SELECT RAISE(ABORT, 'the disk is gone'); END
                """)
        }
    }

    func mendJournal() throws {
        try raw { database in try database.execute("DROP TRIGGER broken") }
    }

    /// From now on a commit that has written to the journal fails: a deferred constraint is broken then.
    func breakCommit() throws {
        try raw { database in
            try database.execute(
                """
                CREATE TABLE IF NOT EXISTS known (number INTEGER PRIMARY KEY);
                CREATE TABLE IF NOT EXISTS dangling (
                    number INTEGER REFERENCES known (number) DEFERRABLE INITIALLY DEFERRED);
                CREATE TRIGGER broken AFTER INSERT ON journal
                BEGIN INSERT INTO dangling VALUES (1); END
                """)
        }
    }
}
