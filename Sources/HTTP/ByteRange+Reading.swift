extension ByteRange {
    /// More than readers of documents ask for at a time. Who wants more gets the whole content instead: each part costs a
    /// header section and a system call of its own.
    public static let mostAtOnce = 64

    /// The ranges of a Range field. Nil for what a server passes over (RFC 9110 §14.2): another unit, more than `mostAtOnce`, a
    /// range that ends before it begins, and whatever else is malformed anywhere in the list.
    public static func list(_ fieldValue: String) -> [ByteRange]? {
        let bytes = Array(fieldValue.utf8)
        guard bytes.span.hasPrefix(ignoringCase: "bytes=") else { return nil }
        var ranges: [ByteRange] = []
        var isWellFormed = true
        bytes.span.extracting(6..<bytes.count).forEachListElement { element in
            // Empty elements are passed over (RFC 9110 §5.6.1.2).
            guard !element.isEmpty, isWellFormed, ranges.count <= mostAtOnce else { return }
            if let range = ByteRange(element) { ranges.append(range) } else { isWellFormed = false }
        }
        return isWellFormed && (1...mostAtOnce).contains(ranges.count) ? ranges : nil
    }

    /// "0-499", "500-" or "-500".
    private init?(_ text: Span<UInt8>) {
        guard let dash = text.firstIndex(of: Byte.dash, in: text.indices) else { return nil }
        let (first, last) = (text.extracting(0..<dash), text.extracting(dash + 1..<text.count))
        if first.isEmpty {
            guard let count = Self.number(last) else { return nil }
            self = .last(count)
        } else if last.isEmpty {
            guard let start = Self.number(first) else { return nil }
            self = .from(start, through: nil)
        } else {
            guard let start = Self.number(first), let end = Self.number(last), start <= end else { return nil }
            self = .from(start, through: end)
        }
    }

    /// Nil unless all are digits and there is one. A number that no Int holds is the largest: beyond the end of any content.
    private static func number(_ digits: Span<UInt8>) -> Int? {
        guard !digits.isEmpty else { return nil }
        var number = 0
        for index in digits.indices {
            guard Byte.isDigit(digits[index]) else { return nil }
            let (tens, overflow) = number.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(Int(digits[index] - Byte.zero))
            number = overflow || carry ? .max : sum
        }
        return number
    }
}
