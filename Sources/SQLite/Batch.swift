/// What waits together commits together: one transaction, in it a savepoint for each write.
///
/// A write that throws, or leaves a deferred foreign key unresolved, loses its own savepoint and nothing else. Should
/// the transaction itself be lost (SQLite rolls all of it back when the disk is full), the writes are run again one
/// by one, each in a transaction of its own, so that only the one at fault gets its error. After an input/output
/// error nothing is tried again: what the disk then says cannot be relied on, and every caller is told.
struct Batch {
    let connection: Connection
    /// How many writes are in each commit.
    private(set) var commits: [Int] = []

    init(on connection: Connection) {
        self.connection = connection
    }

    /// Settles every job's outcome; nobody is answered yet.
    mutating func run(_ jobs: [any WriterJob]) {
        do {
            try connection.run("BEGIN IMMEDIATE")
        } catch {
            for job in jobs { job.fail(error) }
            return
        }
        do {
            commits.append(try commit(jobs))
        } catch {
            if jobs.count > 1 && Self.mayBeOneJobsFault(error) {
                for job in jobs { run([job]) }
            } else {
                for job in jobs { job.fail(error) }
            }
        }
    }

    /// Answers how many jobs are in the commit. Throws when there was none.
    private func commit(_ jobs: [any WriterJob]) throws -> Int {
        do {
            var written = 0
            for job in jobs where try perform(job) { written += 1 }
            try connection.run("COMMIT")
            return written
        } catch {
            try connection.rollBack()
            throw error
        }
    }

    /// True when the job's changes stay. Throws only when the transaction around it is lost.
    private func perform(_ job: any WriterJob) throws -> Bool {
        try connection.run("SAVEPOINT job")
        var failure = connection.refusingCommits { job.perform(on: connection) }
        guard connection.isInTransaction else {
            throw failure ?? DatabaseError(.misuse, "a write may not end the transaction it runs in")
        }
        if failure == nil && connection.hasUnresolvedReferences {
            // Left alone it would fail the COMMIT of the whole batch.
            let error = DatabaseError(.foreignKeyViolation, "FOREIGN KEY constraint failed (deferred)")
            job.fail(error)
            failure = error
        }
        if failure != nil { try connection.run("ROLLBACK TO job") }
        try connection.run("RELEASE job")
        return failure == nil
    }

    private static func mayBeOneJobsFault(_ error: any Error) -> Bool {
        guard let error = error as? DatabaseError else { return true }
        return error.kind != .inputOutput && error.kind != .corrupt
    }
}
