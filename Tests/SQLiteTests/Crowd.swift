import Foundation
import Synchronization
import Testing

@testable import SQLite

/// Writes that arrive while the writer is busy, in their order, and so wait together.
struct Crowd {
    let database: Database

    /// Answers each write's own outcome, in order.
    func send(_ writes: [@Sendable (Connection) throws -> Void]) -> [Result<Void, any Error>] {
        let gate = DispatchSemaphore(value: 0)
        let everybody = DispatchGroup()
        occupyWriter(until: gate, in: everybody)

        let outcomes = Mutex<[Int: Result<Void, any Error>]>([:])
        for (index, write) in writes.enumerated() {
            Self.start(in: everybody) { [database] in
                let outcome = Result { try database.write(write) }
                outcomes.withLock { $0[index] = outcome }
            }
            waitUntil(waiting: index + 2)
        }
        gate.signal()
        everybody.wait()
        return outcomes.withLock { known in writes.indices.compactMap { known[$0] } }
    }

    /// As many threads at once as there are numbers, each with its own.
    static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
        let everybody = DispatchGroup()
        for number in 0..<count { start(in: everybody) { body(number) } }
        everybody.wait()
    }

    static func start(in group: DispatchGroup, _ body: @escaping @Sendable () -> Void) {
        group.enter()
        Thread {
            body()
            group.leave()
        }.start()
    }

    /// Keeps the writer busy from now until the gate is signalled.
    func occupyWriter(until gate: DispatchSemaphore, in group: DispatchGroup) {
        let occupied = DispatchSemaphore(value: 0)
        Self.start(in: group) { [database] in
            #expect(throws: Never.self) {
                try database.bulk { _ in
                    occupied.signal()
                    gate.wait()
                }
            }
        }
        occupied.wait()
    }

    func waitUntil(waiting count: Int) {
        while database.statistics.waiting < count { sched_yield() }
    }
}
