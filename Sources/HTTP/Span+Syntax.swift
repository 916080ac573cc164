extension Span<UInt8> {
    func equals(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { other in
            for index in indices where self[index] != other[index] { return false }
            return true
        }
    }

    /// `lowercase` is written in lower case. Only ASCII letters have a case here.
    func equalsIgnoringCase(_ lowercase: StaticString) -> Bool {
        count == lowercase.utf8CodeUnitCount && hasPrefix(ignoringCase: lowercase)
    }

    func hasPrefix(ignoringCase lowercase: StaticString) -> Bool {
        guard count >= lowercase.utf8CodeUnitCount else { return false }
        return lowercase.withUTF8Buffer { other in
            for index in other.indices where Byte.lowercased(self[index]) != other[index] { return false }
            return true
        }
    }

    /// Without early exit, so that the compiler may test many bytes at once.
    var isASCII: Bool {
        var all: UInt8 = 0
        for index in indices { all |= self[index] }
        return all < 0x80
    }

    /// One or more tchar (RFC 9110 §5.6.2).
    var isToken: Bool {
        for index in indices where !ByteClass.token.contains(self[index]) { return false }
        return !isEmpty
    }

    /// That part of it without the blanks at its ends (OWS, RFC 9110 §5.6.3).
    func withoutBlanks(_ range: Range<Int>) -> Range<Int> {
        var (first, last) = (range.lowerBound, range.upperBound)
        while first < last && (self[first] == Byte.space || self[first] == Byte.tab) { first += 1 }
        while last > first && (self[last - 1] == Byte.space || self[last - 1] == Byte.tab) { last -= 1 }
        return first..<last
    }

    /// The elements between commas without the blanks around them, empty ones included (RFC 9110 §5.6.1).
    func forEachListElement(_ body: (Span<UInt8>) -> Void) {
        var start = 0
        while start <= count {
            let comma = firstIndex(of: Byte.comma, in: start..<count) ?? count
            body(extracting(withoutBlanks(start..<comma)))
            start = comma + 1
        }
    }
}
