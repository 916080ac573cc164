import Dispatch
import HTTP
import Synchronization

/// The requests that wait in one lane: first come, first served, and never more than its capacity.
///
/// Threads are woken one at a time: whoever wakes and leaves jobs behind wakes the next. Waking one for each job of a burst
/// halves the number of small pages a second, because most find the work already done.
final class LaneQueue: Sendable {
    struct Job: Sendable {
        let request: Request
        /// When it came, in seconds of the monotonic clock.
        let since: Double
        /// Why the request's content was not taken, where that is so.
        var refusal: Refusal?
        /// Called once, on the worker's thread.
        let reply: @Sendable (Response) -> Void
    }

    private enum Turn {
        case work(Job, wakesNext: Bool)
        case sleep
        case end
    }

    private struct State {
        var jobs = Ring<Job>()
        var sleepers = 0
        /// A thread has been woken and has not come for its job yet.
        var isWaking = false
        var isClosed = false

        /// Whether a sleeper is to be woken now; counts it as awake.
        mutating func wakes() -> Bool {
            guard jobs.count > 0, sleepers > 0, !isWaking else { return false }
            sleepers -= 1
            isWaking = true
            return true
        }
    }

    let capacity: Int
    private let state = Mutex(State())
    private let wakening = DispatchSemaphore(value: 0)

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Requests that wait now.
    var waiting: Int { state.withLock { $0.jobs.count } }

    /// False when the lane is full or closed: the request has not been taken.
    func add(_ job: Job) -> Bool {
        let (isTaken, wakes) = state.withLock { state in
            guard !state.isClosed, state.jobs.count < capacity else { return (false, false) }
            state.jobs.append(job)
            return (true, state.wakes())
        }
        if wakes { wakening.signal() }
        return isTaken
    }

    /// Waits for the next job; nil when the lane is closed and empty.
    func next() -> Job? {
        var hasSlept = false
        while true {
            switch turn(hasSlept: hasSlept) {
            case .work(let job, let wakesNext):
                if wakesNext { wakening.signal() }
                return job
            case .sleep:
                wakening.wait()
                hasSlept = true
            case .end:
                return nil
            }
        }
    }

    /// No more is taken; what waits is still answered.
    func close() {
        let sleepers = state.withLock { state in
            defer { state.sleepers = 0 }
            state.isClosed = true
            return state.sleepers
        }
        for _ in 0..<sleepers { wakening.signal() }
    }

    private func turn(hasSlept: Bool) -> Turn {
        state.withLock { state in
            if hasSlept { state.isWaking = false }
            if let job = state.jobs.popFirst() { return .work(job, wakesNext: state.wakes()) }
            if state.isClosed { return .end }
            state.sleepers += 1
            return .sleep
        }
    }
}
