import Foundation
import Synchronization

/// The one thread that writes, its connection, and the queue before it.
final class Writer: Sendable {
    private struct State {
        var waiting: [any WriterJob] = []
        var isClosed = false
        var figures = WriteFigures()
    }

    private let limit: Int
    private let state = Mutex(State())
    /// Signalled once each time the queue stops being empty, and once for closing.
    private let wake = DispatchSemaphore(value: 0)
    private let ended = DispatchGroup()
    private let thread = Atomic<pthread_t>(0)

    /// `open` runs on the new thread, so that the connection never leaves it. What it throws, this throws.
    init(limit: Int, open: @escaping @Sendable () throws -> Connection) throws {
        self.limit = limit
        let opening = Answer<Void>()
        ended.enter()
        let thread = Thread { [self] in
            self.thread.store(pthread_self(), ordering: .releasing)
            live(opening, open)
            self.thread.store(0, ordering: .releasing)
            ended.leave()
        }
        thread.name = "sqlite-writer"
        thread.start()
        try opening.wait()
    }

    var figures: WriteFigures { state.withLock { $0.figures } }

    /// Sleeps until the writer has answered.
    func run<T: Sendable>(bulk: Bool, _ body: @escaping @Sendable (Connection) throws -> T) throws -> T {
        guard !isCurrentThread else {
            // It would wait for itself.
            throw DatabaseError(.misuse, "a write was called from inside a write: use the connection at hand")
        }
        let job = PendingJob(isBulk: bulk, body: body)
        try enqueue(job)
        return try job.wait()
    }

    /// Answers when all that was waiting is done and the connection is closed, however many call it.
    func close() {
        let isFirst = state.withLock { state in
            defer { state.isClosed = true }
            return !state.isClosed
        }
        if isFirst { wake.signal() }
        if !isCurrentThread { ended.wait() }
    }

    private var isCurrentThread: Bool { thread.load(ordering: .acquiring) == pthread_self() }

    private func enqueue(_ job: any WriterJob) throws {
        let wasEmpty = try state.withLock { state in
            guard !state.isClosed else { throw DatabaseError(.closed, "the database is closed") }
            guard state.figures.statistics.waiting < limit else {
                throw DatabaseError(.queueFull, "\(limit) writes are waiting already")
            }
            state.figures.statistics.waiting += 1
            state.waiting.append(job)
            return state.waiting.count == 1
        }
        if wasEmpty { wake.signal() }
    }

    private func live(_ opening: Answer<Void>, _ open: () throws -> Connection) {
        let connection: Connection
        do {
            connection = try open()
        } catch {
            opening.say(.failure(error))
            return opening.release()
        }
        opening.say(.success(()))
        opening.release()
        while serve(connection) {}
        Self.checkpoint(connection)
    }

    /// One turn of the writer's life: takes all that waits. False when closed and nothing is left.
    private func serve(_ connection: Connection) -> Bool {
        wake.wait()
        let (jobs, isClosed) = state.withLock { state in
            defer { state.waiting = [] }
            return (state.waiting, state.isClosed)
        }
        // In the order of arrival: runs of writes share a commit, each bulk job stands alone.
        var batch: [any WriterJob] = []
        for job in jobs {
            if job.isBulk {
                commit(batch, on: connection)
                batch = []
                runBulk(job, on: connection)
            } else {
                batch.append(job)
            }
        }
        commit(batch, on: connection)
        return !isClosed
    }

    private func commit(_ jobs: [any WriterJob], on connection: Connection) {
        guard !jobs.isEmpty else { return }
        var batch = Batch(on: connection)
        batch.run(jobs)
        settle(jobs, commits: batch.commits, failures: jobs.count - batch.commits.reduce(0, +))
    }

    private func runBulk(_ job: any WriterJob, on connection: Connection) {
        let failure = job.perform(on: connection)
        if connection.isInTransaction {
            if failure == nil { job.fail(DatabaseError(.misuse, "a bulk job left a transaction open")) }
            do { try connection.rollBack() } catch { job.fail(error) }
        }
        settle([job], commits: [], failures: 0)
    }

    /// Counts first, so that whoever is answered finds itself counted. `commits`: how many writes are in each.
    private func settle(_ jobs: [any WriterJob], commits: [Int], failures: Int) {
        let now = ContinuousClock.now
        state.withLock { state in
            state.figures.statistics.commits += commits.count
            state.figures.statistics.writes += commits.reduce(0, +)
            state.figures.statistics.failures += failures
            state.figures.statistics.waiting -= jobs.count
            for writes in commits { state.figures.writesPerCommit.add(Double(writes)) }
            for job in jobs { state.figures.seconds.add((now - job.asked) / .seconds(1)) }
        }
        for job in jobs { job.release() }
    }

    /// Moves the log into the file and empties it. A reader in the middle of a page may prevent that, and so may a
    /// full disk: nothing is lost, for the log stays and is read again when the file is next opened.
    private static func checkpoint(_ connection: Connection) {
        _ = try? connection.run("PRAGMA wal_checkpoint(TRUNCATE)")
    }
}
