import CSQLite
import Synchronization

/// Notes every statement that runs on the connections opened while it listens, with its bound values: so the floor steps what
/// the program really steps, and needs no copy of its SQL. The program takes no part in it: SQLite tells of new connections
/// (sqlite3_auto_extension) and of what runs on them (sqlite3_trace_v2).
enum StatementRecorder {
    struct Run {
        let statement: Int
        let values: [BareValue]
    }

    private struct State {
        var statements: [String] = []
        var runs: [Run] = []
        var failure: (any Error)?
    }

    private static let state = Mutex(State())

    /// The texts so far; a run names its own by its place here.
    static var statements: [String] { state.withLock { $0.statements } }

    static func listen<T>(whileOpening body: () throws -> T) rethrows -> T {
        sqlite3_auto_extension(entry)
        defer { sqlite3_cancel_auto_extension(entry) }
        return try body()
    }

    /// What ran since the last call.
    static func takeRuns() throws -> [Run] {
        try state.withLock { state in
            if let failure = state.failure { throw failure }
            defer { state.runs = [] }
            return state.runs
        }
    }

    /// SQLite declares the entry point without its arguments, and calls it with them (sqlite.org/c3ref/auto_extension.html).
    private typealias Entry = @convention(c) (OpaquePointer?, UnsafeMutableRawPointer?, UnsafeRawPointer?) -> Int32
    private static let entry = unsafeBitCast(
        { connection, _, _ in
            sqlite3_trace_v2(
                connection, UInt32(SQLITE_TRACE_STMT),
                { _, _, statement, _ in
                    if let statement { StatementRecorder.note(OpaquePointer(statement)) }
                    return 0
                }, nil)
        } as Entry, to: (@convention(c) () -> Void).self)

    private static func note(_ statement: OpaquePointer) {
        guard let text = sqlite3_sql(statement), let expanded = sqlite3_expanded_sql(statement) else { return }
        defer { sqlite3_free(expanded) }
        let (sql, written) = (String(cString: text), String(cString: expanded))
        state.withLock { state in
            do {
                let values = try BoundValues.read(sql: sql, expanded: written)
                let number = state.statements.firstIndex(of: sql) ?? state.statements.count
                if number == state.statements.count { state.statements.append(sql) }
                state.runs.append(Run(statement: number, values: values))
            } catch {
                state.failure = error
            }
        }
    }
}
