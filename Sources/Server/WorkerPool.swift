import Dispatch
import Foundation
import HTTP
import Synchronization

/// The threads that answer requests: a fixed number per lane, each with a worker of its own that never leaves it.
final class WorkerPool: Sendable {
    private let queues: [Lane: LaneQueue]
    private let meters = Dictionary(uniqueKeysWithValues: Lane.allCases.map { ($0, LaneMeter()) })
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
            let meter = meters[lane]
            for number in 1...max(1, configuration.workers(in: lane)) {
                made.enter()
                running.enter()
                let thread = Thread { [running] in
                    defer { running.leave() }
                    Self.work(application, queue, meter) { failure in
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
        let isTaken = queues[lane]?.add(job) ?? false
        if !isTaken { meters[lane]?.refused() }
        return isTaken
    }

    func figures(of lane: Lane, workers: Int) -> LaneFigures {
        let (queue, meter) = (queues[lane], meters[lane] ?? LaneMeter())
        return meter.figures(of: lane, waiting: queue?.waiting ?? 0, capacity: queue?.capacity ?? 0, workers: workers)
    }

    /// Ends the threads once they have answered what waits. A thread that hangs in the application is left behind at the deadline.
    func stop(by deadline: DispatchTime) {
        for queue in queues.values { queue.close() }
        _ = running.wait(timeout: deadline)
    }

    private static func work(
        _ application: some Application, _ queue: LaneQueue, _ meter: LaneMeter?, started: ((any Error)?) -> Void
    ) {
        let worker: any Worker
        do {
            worker = try application.makeWorker()
        } catch {
            started(error)
            return
        }
        started(nil)
        while let job = queue.next() {
            meter?.began(waited: Clock.seconds() - job.since)
            let response = job.refusal.map { worker.respond(to: job.request, refused: $0) } ?? worker.respond(to: job.request)
            meter?.ended()
            job.reply(response)
        }
    }
}
