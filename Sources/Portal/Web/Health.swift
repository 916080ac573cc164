import HTTP
import Permitting
import Storage
import Synchronization

/// Whether the database can be read, tried at each call, and written, tried at most once a second.
final class Health: Sendable {
    private struct State: ~Copyable {
        let reader: RecordsReader
        var writtenAt: Instant?
    }

    private let state: Mutex<State>

    init(reader: sending RecordsReader) {
        state = Mutex(State(reader: reader, writtenAt: nil))
    }

    /// An answer if the last write is at most a second old; nil asks for `probe`, which waits for the disk.
    func answer(at now: Instant) -> Response? {
        state.withLock { state in
            guard let writtenAt = state.writtenAt, now <= writtenAt.adding(seconds: 1) else { return nil }
            do {
                _ = try state.reader.records.health.read()
                return .text("ok\n")
            } catch {
                return nil
            }
        }
    }

    /// Throws what keeps the database from being read or written.
    func probe(_ database: PermitDatabase, at now: Instant) throws -> Response {
        try database.write { try $0.health.write(at: now) }
        try state.withLock { state in
            _ = try state.reader.records.health.read()
            state.writtenAt = now
        }
        return .text("ok\n")
    }
}
