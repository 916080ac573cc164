import Synchronization

/// Where each name's value stands among an object's values: an array look-up from a name's number to a slot.
///
/// A table is never freed and equal shapes share one. Objects on many threads point to the same few tables, and counting
/// references to them would cost more than the look-ups do; shapes are made once, so the memory is bounded.
struct FieldTable: @unchecked Sendable {  // because what it points to never changes and is never freed
    /// The lowest number, how many follow, then for each number from the lowest on its slot or -1.
    private let entries: UnsafePointer<Int32>

    static let empty = of([])

    private static let tables = Mutex<[[Int32]: FieldTable]>([:])

    /// The table of a shape whose names have these numbers.
    static func of(_ numbers: [Int32]) -> FieldTable {
        tables.withLock { tables in
            if let table = tables[numbers] { return table }
            let table = FieldTable(numbers)
            tables[numbers] = table
            return table
        }
    }

    private init(_ numbers: [Int32]) {
        let lowest = numbers.min() ?? 0
        let count = Int((numbers.max() ?? -1) - lowest + 1)
        let entries = UnsafeMutablePointer<Int32>.allocate(capacity: count + 2)
        entries.initialize(repeating: -1, count: count + 2)
        entries[0] = lowest
        entries[1] = Int32(count)
        for (slot, number) in numbers.enumerated().reversed() { entries[Int(number - lowest) + 2] = Int32(slot) }
        self.entries = UnsafePointer(entries)
    }

    /// The slot of the name with this number, or -1.
    @inline(__always) func slot(of number: Int32) -> Int {
        let index = UInt32(bitPattern: number &- entries[0])
        return index < UInt32(bitPattern: entries[1]) ? Int(entries[Int(index) + 2]) : -1
    }
}
