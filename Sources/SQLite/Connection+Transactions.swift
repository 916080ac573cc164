import CSQLite

extension Connection {
    /// Runs `body` in a transaction: for a reader one view of the database for a whole page, which starts with the
    /// first read. Inside another transaction (a write's, say) it is a savepoint, undone alone when `body` throws.
    public func transaction<T>(_ body: () throws -> T) throws -> T {
        let isNested = isInTransaction
        try run(isNested ? "SAVEPOINT nested" : "BEGIN")
        do {
            let result = try body()
            try run(isNested ? "RELEASE nested" : "COMMIT")
            return result
        } catch {
            // An error of this undoing replaces the first one: it is the graver.
            if isNested { try rollBack(to: "ROLLBACK TO nested", "RELEASE nested") } else { try rollBack() }
            throw error
        }
    }

    /// A reader's transaction in two halves, for a page whose reads are spread over several calls.
    /// A second `begin` before `end` throws.
    public func begin() throws {
        try run("BEGIN")
        hasBegun = true
    }

    /// Ends what `begin` began; does nothing when nothing was.
    public func end() throws {
        guard hasBegun else { return }
        hasBegun = false
        guard isInTransaction else { return }
        do {
            try run("COMMIT")
        } catch {
            try rollBack()
            throw error
        }
    }

    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// SQLite itself rolls back after some errors, a full disk among them; then there is nothing left to undo.
    func rollBack() throws {
        if isInTransaction { try run("ROLLBACK") }
    }

    /// Undoes a savepoint and takes it off the stack, where it would otherwise stay open.
    func rollBack(to undo: SQL, _ release: SQL) throws {
        guard isInTransaction else { return }
        try run(undo)
        try run(release)
    }

    /// While `body` runs, a COMMIT is refused and becomes a ROLLBACK (sqlite.org/c3ref/commit_hook.html):
    /// the transaction around it belongs to somebody else.
    func refusingCommits<T>(_ body: () throws -> T) rethrows -> T {
        sqlite3_commit_hook(handle, { _ in 1 }, nil)
        defer { sqlite3_commit_hook(handle, nil, nil) }
        return try body()
    }

    /// Whether a COMMIT would fail now because of a deferred foreign key (SQLITE_DBSTATUS_DEFERRED_FKS).
    var hasUnresolvedReferences: Bool {
        var current: Int32 = 0
        var highest: Int32 = 0
        let code = sqlite3_db_status(handle, SQLITE_DBSTATUS_DEFERRED_FKS, &current, &highest, 0)
        return code != SQLITE_OK || current != 0
    }
}
