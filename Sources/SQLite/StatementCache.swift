import CSQLite

/// A connection's prepared statements, kept for as long as it lives: preparing costs more than most runs.
struct StatementCache {
    /// A program holds only so many literals, but they can be joined in many ways.
    static let joinedLimit = 128

    private var literals: [UInt: Statement] = [:]
    private var joined: [SQL.JoinedText: Statement] = [:]

    /// A statement that nobody else is using, even when the same SQL is being run by a caller further up the stack.
    mutating func lend(_ sql: SQL, on connection: OpaquePointer) throws(DatabaseError) -> Statement {
        var statement = try first(sql, on: connection)
        while statement.isLent {
            if let spare = statement.spare {
                statement = spare
            } else {
                let another = try Self.prepare(sql, on: connection, flags: UInt32(SQLITE_PREPARE_PERSISTENT))
                statement.spare = another
                statement = another
            }
        }
        statement.isLent = true
        return statement
    }

    mutating func removeAll() {
        literals = [:]
        joined = [:]
    }

    private mutating func first(_ sql: SQL, on connection: OpaquePointer) throws(DatabaseError) -> Statement {
        let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
        switch sql.source {
        case .literal(let literal):
            // One address holds one text: literals are constants of the program and are never unloaded.
            let address = UInt(bitPattern: literal.utf8Start)
            if let statement = literals[address] { return statement }
            let statement = try Self.prepare(sql, on: connection, flags: flags)
            literals[address] = statement
            return statement
        case .joined(let text):
            if let statement = joined[text] { return statement }
            let statement = try Self.prepare(sql, on: connection, flags: flags)
            // Those lent out are still held by their borrowers.
            if joined.count >= Self.joinedLimit { joined = [:] }
            joined[text] = statement
            return statement
        }
    }

    /// Prepares exactly one statement: a second one after it would silently never run.
    static func prepare(_ sql: SQL, on connection: OpaquePointer, flags: UInt32) throws(DatabaseError) -> Statement {
        let text = sql.text
        var prepared: OpaquePointer?
        var rest: OpaquePointer?
        var code = SQLITE_OK
        text.withCString { start in
            var tail: UnsafePointer<CChar>?
            code = sqlite3_prepare_v3(connection, start, -1, flags, &prepared, &tail)
            // Spaces, comments and semicolons prepare to nothing.
            if code == SQLITE_OK, let tail, tail.pointee != 0 {
                code = sqlite3_prepare_v2(connection, tail, -1, &rest, nil)
            }
        }
        if let rest {
            sqlite3_finalize(rest)
            sqlite3_finalize(prepared)
            throw DatabaseError(.misuse, "more than one statement", sql: text)
        }
        guard code == SQLITE_OK else {
            let error = DatabaseError(code, connection: connection, sql: text)
            sqlite3_finalize(prepared)
            throw error
        }
        guard let prepared else { throw DatabaseError(.misuse, "no statement", sql: text) }
        return Statement(pointer: prepared)
    }
}
