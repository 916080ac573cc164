/// Reads JSON (RFC 8259) as an agency file needs it: with line and column of what is wrong, and no key twice in one object,
/// where a common reader would quietly take the last.
struct JSONReader {
    private static let deepest = 32

    let bytes: [UInt8]
    var place = 0
    private var depth = 0

    static func read(_ bytes: [UInt8]) throws(JSONSyntaxError) -> JSONValue {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw JSONSyntaxError(line: 1, column: 1, reason: "the file is not UTF-8")
        }
        var reader = JSONReader(bytes: bytes)
        let value = try reader.value()
        reader.skipBlanks()
        guard reader.place == bytes.count else { throw reader.error("something stands after the end") }
        return value
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        place += 1
        return true
    }

    func error(_ reason: String) -> JSONSyntaxError {
        let before = bytes[..<min(place, bytes.count)]
        let line = 1 + before.count { $0 == 0x0A }
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return JSONSyntaxError(line: line, column: place - start + 1, reason: reason)
    }

    private func expected(_ what: String) -> JSONSyntaxError {
        guard let next else { return error("\(what) is missing: the file ends here") }
        let isPlain = next > 0x20 && next < 0x7F
        return error("\(what) is missing here" + (isPlain ? ", before \"\(Character(Unicode.Scalar(next)))\"" : ""))
    }
}

extension JSONReader {
    private mutating func value() throws(JSONSyntaxError) -> JSONValue {
        skipBlanks()
        switch next {
        case UInt8(ascii: "{"): return try nested { reader throws(JSONSyntaxError) in try reader.object() }
        case UInt8(ascii: "["): return try nested { reader throws(JSONSyntaxError) in try reader.list() }
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t") where word("true"): return .bool(true)
        case UInt8(ascii: "f") where word("false"): return .bool(false)
        case UInt8(ascii: "n") where word("null"): return .null
        default: return try number()
        }
    }

    private mutating func nested(
        _ read: (inout JSONReader) throws(JSONSyntaxError) -> JSONValue
    ) throws(JSONSyntaxError) -> JSONValue {
        depth += 1
        guard depth <= Self.deepest else { throw error("this is nested more than \(Self.deepest) deep") }
        place += 1
        let value = try read(&self)
        depth -= 1
        return value
    }

    private mutating func object() throws(JSONSyntaxError) -> JSONValue {
        var fields: [String: JSONValue] = [:]
        skipBlanks()
        if take(UInt8(ascii: "}")) { return .object(fields) }
        while true {
            skipBlanks()
            guard next == UInt8(ascii: "\"") else { throw expected("a key in quotes") }
            let start = place
            let key = try text()
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw expected("a colon") }
            guard fields[key] == nil else {
                place = start
                throw error("the key \"\(key)\" stands here for the second time")
            }
            fields[key] = try value()
            skipBlanks()
            if take(UInt8(ascii: "}")) { return .object(fields) }
            guard take(UInt8(ascii: ",")) else { throw expected("a comma or a closing brace") }
        }
    }

    private mutating func list() throws(JSONSyntaxError) -> JSONValue {
        var items: [JSONValue] = []
        skipBlanks()
        if take(UInt8(ascii: "]")) { return .list(items) }
        while true {
            items.append(try value())
            skipBlanks()
            if take(UInt8(ascii: "]")) { return .list(items) }
            guard take(UInt8(ascii: ",")) else { throw expected("a comma or a closing bracket") }
        }
    }

    private mutating func word(_ word: String) -> Bool {
        guard bytes[place...].starts(with: word.utf8) else { return false }
        place += word.utf8.count
        return true
    }

    /// Whole numbers as they are; one with a fraction or an exponent is known only so that its place can be told.
    private mutating func number() throws(JSONSyntaxError) -> JSONValue {
        let start = place
        _ = take(UInt8(ascii: "-"))
        let digits = place
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
        guard place > digits else {
            place = start
            throw expected("a value")
        }
        guard place == digits + 1 || bytes[digits] != UInt8(ascii: "0") else { throw error("a number does not begin with 0") }
        var isWhole = true
        while let byte = next, byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e") || isPart(byte, isWhole) {
            isWhole = false
            place += 1
        }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        if isWhole, let number = Int(text) { return .number(number) }
        guard let fraction = Double(text) else { throw error("this is no number") }
        return .fraction(fraction)
    }

    private func isPart(_ byte: UInt8, _ isWhole: Bool) -> Bool {
        !isWhole
            && ((UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"))
    }
}
