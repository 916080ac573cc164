import Foundation
import Synchronization

// What the thread sanitizer is tried out on. `value`: a value that threads change without a lock. `handover`: one that a thread
// still changes after it has handed it on. Without a word: the same done rightly, in every way that the portal does it.

final class Cell: @unchecked Sendable {  // because it is shared without a lock on purpose
    var value = 0
}

final class Locked: Sendable {
    let mutex = Mutex(0)
}

let turns = 20_000

/// Threads that do all of it at once.
func onThreads(_ body: @escaping @Sendable () -> Void) {
    let everybody = DispatchGroup()
    for _ in 0..<4 {
        everybody.enter()
        Thread {
            body()
            everybody.leave()
        }.start()
    }
    everybody.wait()
}

func raceForAValue() {
    let cell = Cell()
    onThreads { for _ in 0..<turns { cell.value += 1 } }
}

func raceAfterAHandover() {
    let (cell, queue) = (Cell(), DispatchQueue(label: "taker"))
    for _ in 0..<turns {
        queue.async { cell.value += 1 }
        cell.value += 1
    }
    queue.sync {}
}

func lockRightly() {
    let (locked, cell, lock, atomic) = (Locked(), Cell(), NSLock(), Counter())
    onThreads {
        for _ in 0..<turns {
            locked.mutex.withLock { $0 += 1 }
            lock.withLock { cell.value += 1 }
            atomic.value.wrappingAdd(1, ordering: .relaxed)
        }
    }
    precondition(locked.mutex.withLock { $0 } == 4 * turns && cell.value == 4 * turns)
}

final class Counter: Sendable {
    let value = Atomic<Int>(0)
}

func handOverRightly() {
    let (cell, queue, done) = (Cell(), DispatchQueue(label: "taker"), DispatchSemaphore(value: 0))
    for _ in 0..<turns {
        cell.value += 1
        queue.async {
            cell.value += 1
            done.signal()
        }
        done.wait()
    }
    precondition(cell.value == 2 * turns)
}

switch CommandLine.arguments.dropFirst().first {
case "value": raceForAValue()
case "handover": raceAfterAHandover()
default:
    lockRightly()
    handOverRightly()
}
