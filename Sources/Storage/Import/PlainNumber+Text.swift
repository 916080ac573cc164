extension PlainNumber {
    /// The shortest decimals that read back as the same number: "1678", "-97.70420993", never "1e-07".
    static func text(_ number: Double) -> String {
        let text = number.description
        guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "e")) else {
            return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        }
        guard let exponent = Int(text[text.index(after: mark)...].drop { $0 == "+" }) else { return text }
        let isNegative = number < 0
        let parts = text[..<mark].drop { $0 == "-" }.split(separator: ".")
        let whole = String(parts[0])
        let decimals = parts.count > 1 && parts[1] != "0" ? String(parts[1]) : ""
        let digits = whole + decimals
        let point = whole.utf8.count + exponent
        let body =
            point <= 0
            ? "0." + String(repeating: "0", count: -point) + digits
            : digits + String(repeating: "0", count: max(0, point - digits.utf8.count))
        return (isNegative ? "-" : "") + body
    }

    /// "246089.80"
    static func text(cents: Int) -> String {
        let magnitude = cents.magnitude
        let part = magnitude % 100
        return (cents < 0 ? "-" : "") + "\(magnitude / 100)." + (part < 10 ? "0" : "") + "\(part)"
    }
}
