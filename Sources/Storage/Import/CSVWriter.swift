/// Writes comma-separated values (RFC 4180, lines end with CRLF) into a buffer that is emptied through `sink` as it fills.
///
/// Texts go through `SpreadsheetGuard`, in every file alike; numbers do not, so -97.7 stays a number.
public struct CSVWriter {
    private let sink: ([UInt8]) throws -> Void
    private var buffer: [UInt8] = []
    private var isAtStart = true

    public init(sink: @escaping ([UInt8]) throws -> Void) { self.sink = sink }

    public mutating func cell(_ text: String) {
        separate()
        let bytes = text.utf8
        let needsApostrophe = SpreadsheetGuard.needsApostrophe(bytes)
        guard bytes.contains(where: { Self.wantsQuotes($0) }) else {
            if needsApostrophe { buffer.append(UInt8(ascii: "'")) }
            return buffer.append(contentsOf: bytes)
        }
        buffer.append(UInt8(ascii: "\""))
        if needsApostrophe { buffer.append(UInt8(ascii: "'")) }
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { buffer.append(byte) }
            buffer.append(byte)
        }
        buffer.append(UInt8(ascii: "\""))
    }

    public mutating func emptyCell() { separate() }
    public mutating func cell(decimal: Double) { plain(PlainNumber.text(decimal)) }
    /// An amount, as dollars and cents without a sign or thousands: 246089.80
    public mutating func cell(cents: Int) { plain(PlainNumber.text(cents: cents)) }
    public mutating func cell(whole: Int) { plain(String(whole)) }

    public mutating func endRow() throws {
        buffer.append(UInt8(ascii: "\r"))
        buffer.append(UInt8(ascii: "\n"))
        isAtStart = true
        if buffer.count >= 1 << 16 { try flush() }
    }

    public mutating func flush() throws {
        guard !buffer.isEmpty else { return }
        try sink(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    private mutating func plain(_ text: String) {
        separate()
        buffer.append(contentsOf: text.utf8)
    }

    private mutating func separate() {
        if !isAtStart { buffer.append(UInt8(ascii: ",")) }
        isAtStart = false
    }

    private static func wantsQuotes(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
}
