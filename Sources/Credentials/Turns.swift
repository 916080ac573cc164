import Dispatch

/// Lets only so many threads do a thing at once; the others wait for their turn.
struct Turns: Sendable {
    private let semaphore: DispatchSemaphore

    init(atOnce: Int) { semaphore = DispatchSemaphore(value: atOnce) }

    func take<Answer, Failure>(_ work: () throws(Failure) -> Answer) throws(Failure) -> Answer {
        semaphore.wait()
        defer { semaphore.signal() }
        return try work()
    }
}
