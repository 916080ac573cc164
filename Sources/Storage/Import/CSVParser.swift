/// Takes one record apart (RFC 4180), without input or output: the caller says where it stands and gets back what is there.
///
/// LF ends a line as CRLF does. A fault spoils its own line only: parsing goes on at the next line after the record's
/// first, so that a quote nobody closed does not swallow the rows behind it.
struct CSVParser {
    let limits: CSVLimits
    private(set) var fields: [CSVField] = []
    /// Where the next record begins, where this one ends without its line's end, and how many lines it took.
    private(set) var next = 0
    private(set) var end = 0
    private(set) var lines = 0

    init(limits: CSVLimits) {
        self.limits = limits
        fields.reserveCapacity(64)
    }

    mutating func parse(_ chunk: CSVChunk, at start: Int, isLast: Bool) -> CSVOutcome {
        let scratchCount = chunk.scratchCount
        let outcome = split(chunk, at: start, isLast: isLast)
        guard outcome != .record, outcome != .blankLine else { return outcome }
        chunk.shrinkScratch(to: scratchCount)
        if case .fault = outcome { return recover(outcome, chunk, from: start, isLast: isLast) }
        guard chunk.count - start > limits.recordBytes else { return .incomplete }
        return recover(.fault(.recordTooLong), chunk, from: start, isLast: isLast)
    }

    private mutating func split(_ chunk: CSVChunk, at start: Int, isLast: Bool) -> CSVOutcome {
        let bytes = chunk.bytes
        let limit = chunk.count
        fields.removeAll(keepingCapacity: true)
        lines = 1
        if let blank = blankLine(chunk, at: start, isLast: isLast) { return blank }
        var place = start
        while true {
            guard fields.count < limits.fields else { return .fault(.tooManyFields) }
            let isQuoted = place < limit && bytes[place] == UInt8(ascii: "\"")
            let fault =
                isQuoted
                ? quotedField(chunk, at: &place, isLast: isLast) : plainField(bytes, limit, at: &place, isLast: isLast)
            if let fault { return fault }
            if place == limit { return finish(start, end: place, next: place) }
            let byte = bytes[place]
            if byte == UInt8(ascii: ",") {
                place += 1
            } else {
                // A CR here is the first half of CRLF: the field functions saw to it.
                return finish(start, end: place, next: place + (byte == UInt8(ascii: "\r") ? 2 : 1))
            }
        }
    }

    private mutating func finish(_ start: Int, end: Int, next: Int) -> CSVOutcome {
        guard end - start <= limits.recordBytes else { return .fault(.recordTooLong) }
        self.end = end
        self.next = next
        return .record
    }

    private mutating func blankLine(_ chunk: CSVChunk, at start: Int, isLast: Bool) -> CSVOutcome? {
        guard start < chunk.count else { return .incomplete }
        let isReturn = chunk.bytes[start] == UInt8(ascii: "\r")
        let place = isReturn ? start + 1 : start
        guard place < chunk.count else { return isLast ? nil : .incomplete }
        guard chunk.bytes[place] == UInt8(ascii: "\n") else { return nil }
        end = start
        next = place + 1
        return .blankLine
    }

    /// Leaves `place` at the comma, at the line's end or at the end of the chunk. Answers what stops the record, if anything.
    @inline(__always)
    private mutating func plainField(
        _ bytes: UnsafeMutablePointer<UInt8>, _ limit: Int, at place: inout Int, isLast: Bool
    ) -> CSVOutcome? {
        let start = place
        var here = place
        while here < limit {
            let byte = bytes[here]
            if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") { break }
            if byte == UInt8(ascii: "\"") { return .fault(.quoteInside) }
            here += 1
        }
        if here == limit && !isLast { return .incomplete }
        if here < limit && here > start && bytes[here] == UInt8(ascii: "\n") && bytes[here - 1] == UInt8(ascii: "\r") {
            here -= 1
        }
        guard here - start <= limits.fieldBytes else { return .fault(.fieldTooLong) }
        fields.append(CSVField(start: start, count: here - start, isScratch: false))
        place = here
        return nil
    }

    private mutating func quotedField(_ chunk: CSVChunk, at place: inout Int, isLast: Bool) -> CSVOutcome? {
        let bytes = chunk.bytes
        let limit = chunk.count
        let start = place + 1
        var here = start
        var hasDoubled = false
        while true {
            guard here < limit else { return isLast ? .fault(.quoteNeverClosed) : .incomplete }
            if bytes[here] == UInt8(ascii: "\n") { lines += 1 }
            if bytes[here] == UInt8(ascii: "\"") {
                guard here + 1 < limit || isLast else { return .incomplete }
                guard here + 1 < limit && bytes[here + 1] == UInt8(ascii: "\"") else { break }
                hasDoubled = true
                here += 1
            }
            here += 1
        }
        guard here - start <= limits.fieldBytes else { return .fault(.fieldTooLong) }
        place = here + 1
        if let stop = afterQuote(bytes, limit, at: place, isLast: isLast) { return stop }
        fields.append(
            hasDoubled ? halved(chunk, start..<here) : CSVField(start: start, count: here - start, isScratch: false))
        return nil
    }

    private func afterQuote(_ bytes: UnsafeMutablePointer<UInt8>, _ limit: Int, at place: Int, isLast: Bool) -> CSVOutcome? {
        guard place < limit else { return isLast ? nil : .incomplete }
        switch bytes[place] {
        case UInt8(ascii: ","), UInt8(ascii: "\n"): return nil
        case UInt8(ascii: "\r"):
            guard place + 1 < limit else { return isLast ? .fault(.textAfterQuote) : .incomplete }
            return bytes[place + 1] == UInt8(ascii: "\n") ? nil : .fault(.textAfterQuote)
        default: return .fault(.textAfterQuote)
        }
    }

    private func halved(_ chunk: CSVChunk, _ range: Range<Int>) -> CSVField {
        let start = chunk.scratchCount
        var here = range.lowerBound
        while here < range.upperBound {
            chunk.append(chunk.bytes[here])
            here += chunk.bytes[here] == UInt8(ascii: "\"") ? 2 : 1
        }
        return CSVField(start: start, count: chunk.scratchCount - start, isScratch: true)
    }

    /// Sets `end` and `next` around the first line. Where that line is longer than the chunk, `next` is the chunk's end.
    private mutating func recover(_ fault: CSVOutcome, _ chunk: CSVChunk, from start: Int, isLast: Bool) -> CSVOutcome {
        var here = start
        while here < chunk.count && chunk.bytes[here] != UInt8(ascii: "\n") { here += 1 }
        if here == chunk.count && !isLast && here - start <= limits.recordBytes { return .incomplete }
        end = here
        next = min(here + 1, chunk.count)
        lines = here < chunk.count ? 1 : 0
        return fault
    }
}
