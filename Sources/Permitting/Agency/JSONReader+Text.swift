extension JSONReader {
    /// A text in quotes; `place` is at the first of them.
    mutating func text() throws(JSONSyntaxError) -> String {
        place += 1
        var scalars: [UInt8] = []
        while let byte = next {
            place += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: scalars, as: UTF8.self)
            case UInt8(ascii: "\\"): scalars += try escaped().utf8
            case 0..<0x20:
                place -= 1
                throw error("a line break or control character stands within quotes")
            default: scalars.append(byte)
            }
        }
        throw error("the closing quote is missing: the file ends here")
    }

    private mutating func escaped() throws(JSONSyntaxError) -> String {
        guard let byte = next else { throw error("the file ends within quotes") }
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return String(Character(Unicode.Scalar(byte)))
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "u"):
            var units = [try unit()]
            if UTF16.isLeadSurrogate(units[0]), bytes[place...].starts(with: "\\u".utf8) {
                place += 2
                units.append(try unit())
            }
            guard let text = String(validating: units, as: UTF16.self) else { throw error("this escape is half a character") }
            return text
        default:
            place -= 1
            throw error("a backslash stands before what needs none; a backslash itself is written twice")
        }
    }

    private mutating func unit() throws(JSONSyntaxError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw error("\\u needs four hexadecimal digits")
            }
            unit = unit << 4 | UInt16(digit)
            place += 1
        }
        return unit
    }
}
