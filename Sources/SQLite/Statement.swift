import CSQLite

/// A prepared statement for loops that bind and step a great many times, without a boxed value in between.
///
/// Parameters count from 1. A `bind` that fails is reported by the next `step`. Text bound from a buffer is
/// not copied: its bytes must stay where they are, unchanged, until `reset` (or the next `bind` at the place).
/// Belongs to its connection's thread.
public final class Statement {
    @usableFromInline let pointer: OpaquePointer
    @usableFromInline let parameterCount: Int
    private var bindFailure: DatabaseError?

    /// The cache's: lent out at this moment, and the next one for the same SQL when this one is.
    var isLent = false
    var spare: Statement?

    init(pointer: OpaquePointer) {
        self.pointer = pointer
        parameterCount = Int(sqlite3_bind_parameter_count(pointer))
    }

    // Its code repeats that of the last step, which was reported then.
    deinit { _ = sqlite3_finalize(pointer) }

    public func bind(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
        note(parameter(index).bind(text: bytes, lifetime: .untilReset))
    }

    public func bind(_ int: Int64, at index: Int) {
        note(sqlite3_bind_int64(pointer, parameter(index).index, int))
    }

    public func bindNull(at index: Int) {
        note(sqlite3_bind_null(pointer, parameter(index).index))
    }

    /// For the values of other types; text and blobs are copied.
    @inlinable
    public func bind<T: ColumnValue>(_ value: T, at index: Int) {
        do throws(DatabaseError) {
            try value.bind(to: parameter(index))
        } catch {
            note(error)
        }
    }

    /// Moves to the next row: true when there is one, which `row` then shows.
    public func step() throws(DatabaseError) -> Bool {
        if let bindFailure { throw bindFailure }
        return try advance()
    }

    public var row: Row { Row(statement: pointer) }

    /// Ready for the next turn: nothing is bound any more.
    public func reset() {
        sqlite3_reset(pointer)  // repeats the last step's code, which was reported then
        if parameterCount > 0 { sqlite3_clear_bindings(pointer) }
        bindFailure = nil
    }

    @inlinable
    func advance() throws(DatabaseError) -> Bool {
        let code = sqlite3_step(pointer)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        throw DatabaseError(code, statement: pointer)
    }

    /// Ends a statement before its last row. Outside a transaction this is where it commits, so it may fail.
    @usableFromInline
    func stop() throws(DatabaseError) {
        let code = sqlite3_reset(pointer)
        if code != SQLITE_OK { throw DatabaseError(code, statement: pointer) }
    }

    func bindAll(_ values: [any ColumnValue]) throws(DatabaseError) {
        guard values.count == parameterCount else {
            let message = "\(values.count) values for \(parameterCount) parameters"
            throw DatabaseError(.misuse, message, sql: DatabaseError.sql(of: pointer))
        }
        var index: Int32 = 0
        for value in values {
            index += 1
            try value.bind(to: Parameter(statement: pointer, index: index))
        }
    }

    @usableFromInline
    func parameter(_ index: Int) -> Parameter {
        Parameter(statement: pointer, index: Int32(clamping: index))
    }

    @usableFromInline
    func note(_ error: DatabaseError) {
        if bindFailure == nil { bindFailure = error }
    }

    private func note(_ code: Int32) {
        if code != SQLITE_OK { note(DatabaseError(code, statement: pointer)) }
    }
}
