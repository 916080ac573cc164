/// Reads back the values that were bound to a statement, from its text with `?` and the same text with the values written in
/// (sqlite3_expanded_sql): SQLite tells bound values in no other way.
struct BoundValues {
    private let written: [UInt8]
    private var place = 0

    /// By number, the first one `?1`.
    static func read(sql: String, expanded: String) throws -> [BareValue] {
        var reader = BoundValues(written: Array(expanded.utf8))
        return try reader.read(Array(sql.utf8))
    }

    private init(written: [UInt8]) { self.written = written }

    private mutating func read(_ sql: [UInt8]) throws -> [BareValue] {
        var values: [BareValue] = []
        var index = 0
        var isQuoted = false
        while index < sql.count {
            let byte = sql[index]
            index += 1
            if byte == UInt8(ascii: "'") { isQuoted.toggle() }
            guard byte == UInt8(ascii: "?"), !isQuoted else {
                guard next() == byte else { throw unreadable }
                place += 1
                continue
            }
            var number = 0
            while index < sql.count, let digit = Self.digit(sql[index]) {
                number = number * 10 + Int(digit)
                index += 1
            }
            if number == 0 { number = values.count + 1 }
            values += Array(repeating: .null, count: max(0, number - values.count))
            values[number - 1] = try value()
        }
        return values
    }

    private mutating func value() throws -> BareValue {
        switch next() {
        case UInt8(ascii: "'"): return .text(try quoted())
        case UInt8(ascii: "x"):
            place += 1
            let digits = try quoted().compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
            return .blob(stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
        case UInt8(ascii: "N"):
            place += 4
            return .null
        default:
            let start = place
            while let byte = next(), byte == UInt8(ascii: "-") || Self.digit(byte) != nil { place += 1 }
            guard let number = Int64(String(decoding: written[start..<place], as: UTF8.self)) else { throw unreadable }
            return .integer(number)
        }
    }

    /// What stands between quotes; a quote inside is doubled.
    private mutating func quoted() throws -> [UInt8] {
        var bytes: [UInt8] = []
        place += 1
        while let byte = next() {
            place += 1
            if byte == UInt8(ascii: "'") {
                guard next() == byte else { return bytes }
                place += 1
            }
            bytes.append(byte)
        }
        throw unreadable
    }

    private func next() -> UInt8? { place < written.count ? written[place] : nil }

    private static func digit(_ byte: UInt8) -> UInt8? {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? byte - UInt8(ascii: "0") : nil
    }

    private var unreadable: BenchError {
        .failed("the values of a statement cannot be read back: \(String(decoding: written, as: UTF8.self))")
    }
}
