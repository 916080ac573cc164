import Synchronization

/// A fixed row of numbers that any thread adds to and reads without a lock. Each of them is right; two of them need not be of
/// the same moment, which is enough for what is only watched.
final class Counters: @unchecked Sendable {  // because the pointer never changes and everything behind it is atomic
    private let cells: UnsafeMutablePointer<Atomic<Int>>
    let count: Int

    init(_ count: Int) {
        self.count = count
        cells = .allocate(capacity: count)
        for index in 0..<count { (cells + index).initialize(to: Atomic(0)) }
    }

    deinit {
        cells.deinitialize(count: count)
        cells.deallocate()
    }

    func add(_ amount: Int = 1, at index: Int) { cells[index].wrappingAdd(amount, ordering: .relaxed) }

    subscript(_ index: Int) -> Int { cells[index].load(ordering: .relaxed) }
}
