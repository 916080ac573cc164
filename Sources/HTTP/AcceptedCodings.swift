/// The content codings that a client takes (RFC 9110 §12.5.3).
public struct AcceptedCodings: Sendable {
    /// Weights in thousandths.
    private var weights: [(coding: String, weight: Int)] = []

    public init(_ headers: Headers) {
        let bytes = Array(headers.values(of: "Accept-Encoding").joined(separator: ",").utf8)
        bytes.span.forEachListElement { element in
            // One that is malformed is as if it were not there: what is not named is not sent.
            if let (coding, weight) = Self.read(element) { weights.append((coding, weight)) }
        }
    }

    /// Whether content so coded is welcome, and not less so than content as it is. A client that names no coding wants none.
    public func prefers(_ coding: String) -> Bool {
        let weight = weight(of: coding) ?? self.weight(of: "x-" + coding) ?? weight(of: "*") ?? 0
        return weight > 0 && weight >= self.weight(of: "identity") ?? 0
    }

    private func weight(of coding: String) -> Int? {
        weights.first { $0.coding.equalsIgnoringASCIICase(coding) }?.weight
    }

    /// "gzip" or "gzip;q=0.5".
    private static func read(_ element: Span<UInt8>) -> (String, Int)? {
        let semicolon = element.firstIndex(of: Byte.semicolon, in: element.indices) ?? element.count
        let coding = element.extracting(element.withoutBlanks(0..<semicolon))
        guard coding.isToken else { return nil }
        if semicolon == element.count { return (String(ascii: coding), 1_000) }
        let parameter = element.extracting(element.withoutBlanks(semicolon + 1..<element.count))
        guard let weight = weight(parameter) else { return nil }
        return (String(ascii: coding), weight)
    }

    /// "q=" and a number from 0 to 1 with at most three decimals (RFC 9110 §12.4.2).
    private static func weight(_ text: Span<UInt8>) -> Int? {
        guard text.hasPrefix(ignoringCase: "q="), (3...7).contains(text.count), text[2] == Byte.zero || text[2] == Byte.zero + 1,
            text.count == 3 || text[3] == Byte.dot
        else { return nil }
        var weight = Int(text[2] - Byte.zero) * 1_000
        var unit = 100
        for index in 4..<max(4, text.count) {
            guard Byte.isDigit(text[index]) else { return nil }
            weight += Int(text[index] - Byte.zero) * unit
            unit /= 10
        }
        return weight <= 1_000 ? weight : nil
    }
}
