import CSQLite

/// A read-only connection as the program opens it, and its statements, used through the C interface with nothing in between:
/// bind, step, read every column, reset.
final class BareReader {
    private let connection: OpaquePointer
    private let statements: [OpaquePointer]

    init(path: String, opening: [BareRun], statements texts: [String]) throws {
        var opened: OpaquePointer?
        let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        guard sqlite3_open_v2(path, &opened, flags, nil) == SQLITE_OK, let opened else {
            throw BenchError.failed("\(path) cannot be opened")
        }
        connection = opened
        statements = try texts.map { text in
            var prepared: OpaquePointer?
            guard sqlite3_prepare_v3(opened, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil) == SQLITE_OK,
                let prepared
            else {
                throw BenchError.failed("cannot be prepared: \(text)")
            }
            return prepared
        }
        for run in opening { try step(run) }
    }

    deinit {
        for statement in statements { sqlite3_finalize(statement) }
        sqlite3_close(connection)
    }

    func step(_ run: BareRun) throws {
        let statement = statements[run.statement]
        for (index, value) in run.values.enumerated() { Self.bind(value, to: statement, at: Int32(index + 1)) }
        let count = sqlite3_column_count(statement)
        var code = sqlite3_step(statement)
        while code == SQLITE_ROW {
            for column in 0..<count { Self.read(column, of: statement) }
            code = sqlite3_step(statement)
        }
        guard code == SQLITE_DONE, sqlite3_reset(statement) == SQLITE_OK else {
            throw BenchError.failed("\(String(cString: sqlite3_errmsg(connection))): \(String(cString: sqlite3_sql(statement)))")
        }
    }

    private static func bind(_ value: BareRun.Value, to statement: OpaquePointer, at index: Int32) {
        switch value {
        case .null: sqlite3_bind_null(statement, index)
        case .integer(let integer): sqlite3_bind_int64(statement, index, integer)
        case .text(let bytes): sqlite3_bind_text(statement, index, bytes.baseAddress, Int32(bytes.count), nil)
        case .blob(let bytes): sqlite3_bind_blob(statement, index, bytes.baseAddress, Int32(bytes.count), nil)
        }
    }

    @inline(__always)
    private static func read(_ column: Int32, of statement: OpaquePointer) {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: _ = sqlite3_column_int64(statement, column)
        case SQLITE_FLOAT: _ = sqlite3_column_double(statement, column)
        case SQLITE_TEXT:
            _ = sqlite3_column_text(statement, column)
            _ = sqlite3_column_bytes(statement, column)
        case SQLITE_BLOB:
            _ = sqlite3_column_blob(statement, column)
            _ = sqlite3_column_bytes(statement, column)
        default: break
        }
    }
}
