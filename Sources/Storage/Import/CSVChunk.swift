/// A stretch of the file in memory, and beside it the bytes of values that differ from how they stand in the file.
///
/// Kept and reused from stretch to stretch. Whoever holds it is alone with it: it is handed over, never shared.
final class CSVChunk {
    let capacity: Int
    let bytes: UnsafeMutablePointer<UInt8>
    var count = 0
    private(set) var scratchCount = 0
    private var scratchCapacity: Int
    private(set) var scratch: UnsafeMutablePointer<UInt8>

    init(capacity: Int) {
        self.capacity = capacity
        bytes = .allocate(capacity: capacity)
        scratchCapacity = 4096
        scratch = .allocate(capacity: scratchCapacity)
    }

    deinit {
        bytes.deallocate()
        scratch.deallocate()
    }

    func empty() {
        count = 0
        scratchCount = 0
    }

    /// Takes back what was appended to the scratch space since.
    func shrinkScratch(to count: Int) { scratchCount = min(count, scratchCount) }

    func append(_ byte: UInt8) {
        if scratchCount == scratchCapacity { growScratch() }
        scratch[scratchCount] = byte
        scratchCount += 1
    }

    /// The field's bytes, valid until the chunk is emptied or its scratch space grows.
    @inline(__always)
    func bytes(of field: CSVField) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: (field.isScratch ? scratch : bytes) + field.start, count: field.count)
    }

    @inline(__always)
    func bytes(of cell: ImportRows.Cell) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: (cell.kind == .scratch ? scratch : bytes) + Int(cell.payload), count: Int(cell.count))
    }

    func bytes(of range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count)
    }

    private func growScratch() {
        let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: scratchCapacity * 2)
        grown.update(from: scratch, count: scratchCount)
        scratch.deallocate()
        scratch = grown
        scratchCapacity *= 2
    }
}
