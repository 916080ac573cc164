import Foundation

/// Reads comma-separated values from a descriptor, chunk by chunk: a file of any size, or a pipe.
struct CSVReader {
    struct Failure: Error, CustomStringConvertible {
        let reason: String
        var description: String { "the file cannot be read: \(reason)" }
    }

    private let descriptor: Int32
    private var parser: CSVParser
    private var rest: [UInt8] = []
    private var place = 0
    private var isAtEnd = false
    private var isAtStart = true
    /// Inside a line that was longer than a record may be: what is left of it is passed over.
    private var isPassingOver = false
    /// The line on which the last record begins, counted from 1, and the one on which the next will.
    private(set) var line = 0
    private var nextLine = 1
    private(set) var bytesRead = 0

    init(descriptor: Int32, limits: CSVLimits = CSVLimits()) {
        self.descriptor = descriptor
        parser = CSVParser(limits: limits)
    }

    /// The fields of the last record.
    var fields: [CSVField] { parser.fields }
    /// The last record's bytes in the chunk, without the line's end; of a faulty one its first line.
    private(set) var record = 0..<0

    /// Fills an emptied chunk. False when there is no more.
    mutating func fill(_ chunk: CSVChunk) throws -> Bool {
        chunk.empty()
        rest.withUnsafeBufferPointer { if let start = $0.baseAddress { chunk.bytes.update(from: start, count: $0.count) } }
        chunk.count = rest.count
        rest.removeAll(keepingCapacity: true)
        while !isAtEnd && chunk.count < chunk.capacity {
            let got = read(descriptor, chunk.bytes + chunk.count, chunk.capacity - chunk.count)
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { throw Failure(reason: String(cString: strerror(errno))) }
            if got == 0 { isAtEnd = true }
            chunk.count += got
            bytesRead += got
        }
        place = 0
        if isAtStart { skipByteOrderMark(chunk) }
        return chunk.count > 0
    }

    /// Moves to the next record of the chunk, or answers its fault; nil when another chunk is needed.
    mutating func next(in chunk: CSVChunk) -> Result<Void, CSVFault>? {
        if isPassingOver { passOver(chunk) }
        while place < chunk.count {
            let outcome = parser.parse(chunk, at: place, isLast: isAtEnd)
            guard outcome != .incomplete else {
                rest.append(contentsOf: chunk.bytes(of: place..<chunk.count))
                place = chunk.count
                return nil
            }
            line = nextLine
            record = place..<parser.end
            nextLine += parser.lines
            place = parser.next
            switch outcome {
            case .record: return .success(())
            case .blankLine, .incomplete: continue
            case .fault(let fault):
                isPassingOver = parser.lines == 0 && !isAtEnd
                return .failure(fault)
            }
        }
        return nil
    }

    private mutating func passOver(_ chunk: CSVChunk) {
        while place < chunk.count && chunk.bytes[place] != UInt8(ascii: "\n") { place += 1 }
        guard place < chunk.count else { return }
        place += 1
        nextLine += 1
        isPassingOver = false
    }

    private mutating func skipByteOrderMark(_ chunk: CSVChunk) {
        isAtStart = false
        guard chunk.count >= 3, chunk.bytes[0] == 0xEF, chunk.bytes[1] == 0xBB, chunk.bytes[2] == 0xBF else { return }
        place = 3
    }
}
