import Dispatch
import Foundation
import HTTP
import Synchronization

/// The threads that answer requests: a fixed number per lane, each with a worker of its own that never leaves it.
final class WorkerPool: Sendable {
    private let queues: [Lane: LaneQueue]
    /// Entered by each thread, so that `stop` can wait for all of them.
    private let running = DispatchGroup()

    init(limits: Limits) {
        queues = Dictionary(uniqueKeysWithValues: Lane.allCases.map { ($0, LaneQueue(capacity: limits.waiting(in: $0))) })
    }

    /// Returns when every thread has its worker; where one could not be made, all threads end and the first error is thrown.
    func start(_ application: some Application, configuration: ServerConfiguration) throws {
        let made = DispatchGroup()
        let failures = Mutex<[any Error]>([])
        for (lane, queue) in queues {
            for number in 1...max(1, configuration.workers(in: lane)) {
                made.enter()
                running.enter()
                let thread = Thread { [running] in
                    defer { running.leave() }
                    Self.work(application, queue) { failure in
                        if let failure { failures.withLock { $0.append(failure) } }
                        made.leave()
                    }
                }
                thread.name = "\(lane)-\(number)"
                thread.start()
            }
        }
        made.wait()
        if let failure = failures.withLock({ $0.first }) {
            stop(by: .distantFuture)
            throw failure
        }
    }

    /// False when the lane is full: the caller answers 503.
    func add(_ job: LaneQueue.Job, to lane: Lane) -> Bool {
        queues[lane]?.add(job) ?? false
    }

    /// Ends the threads once they have answered what waits. A thread that hangs in the application is left behind at the deadline.
    func stop(by deadline: DispatchTime) {
        for queue in queues.values { queue.close() }
        _ = running.wait(timeout: deadline)
    }

    private static func work(_ application: some Application, _ queue: LaneQueue, started: ((any Error)?) -> Void) {
        let worker: any Worker
        do {
            worker = try application.makeWorker()
        } catch {
            started(error)
            return
        }
        started(nil)
        while let job = queue.next() {
            job.reply(
                job.refusal.map { worker.respond(to: job.request, refused: $0) } ?? worker.respond(to: job.request))
        }
    }
}
