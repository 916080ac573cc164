import CSQLite
import Dispatch
import Foundation
import Synchronization

/// How many dashboards a second there would be if nothing but their statements had to be done: the same statements with the
/// same values in the same order, on as many threads as there are cores.
struct Floor {
    let path: String
    let opening: [StatementRecorder.Run]
    let threads: Int

    struct Rate {
        let perSecond: Double
        /// Seconds of processor time for one.
        let processorTime: Double
    }

    func rate(_ dashboards: [[StatementRecorder.Run]], seconds: Int) throws -> Rate {
        // The program turns SQLite's memory statistics off; with them on, the floor would be too low.
        guard sqlite3_memory_used() == 0 else { throw BenchError.failed("SQLite counts memory here, and not in the program") }
        let bare = dashboards.map { $0.map(BareRun.init) }
        let (statements, path, opening) = (StatementRecorder.statements, path, opening.map(BareRun.init))
        let done = Mutex((dashboards: 0, failures: [any Error]()))
        let group = DispatchGroup()
        let (began, used) = (ContinuousClock.now, clock())
        let end = began + .seconds(seconds)
        for number in 0..<threads {
            group.enter()
            let first = number * bare.count / threads
            Thread.detachNewThread {
                defer { group.leave() }
                do {
                    let reader = try BareReader(path: path, opening: opening, statements: statements)
                    var count = 0
                    while ContinuousClock.now < end {
                        for run in bare[(first + count) % bare.count] { try reader.step(run) }
                        count += 1
                    }
                    done.withLock { $0.dashboards += count }
                } catch {
                    done.withLock { $0.failures.append(error) }
                }
            }
        }
        group.wait()
        let seconds = (ContinuousClock.now - began) / .seconds(1)
        let processorTime = Double(clock() - used) / Double(CLOCKS_PER_SEC)
        return try done.withLock { done in
            if let failure = done.failures.first { throw failure }
            return Rate(
                perSecond: Double(done.dashboards) / seconds, processorTime: processorTime / Double(max(1, done.dashboards)))
        }
    }
}
