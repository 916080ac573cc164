/// A permit number as a visitor types it.
enum SearchNumber {
    /// Longer than any number; what is beyond is not looked at.
    private static let longest = 100

    static func trimmed(_ value: String) -> String {
        var scalars = value.unicodeScalars.prefix(10_000)[...]
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(String.UnicodeScalarView(scalars))
    }

    /// As typed, in capitals, and with dashes for spaces: "res16 0688" is looked for as RES16-0688 too.
    static func spellings(_ value: String) -> [String] {
        guard value.utf8.count <= longest, !value.utf8.contains(0) else { return [] }
        let capitals = String(decoding: value.utf8.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }, as: UTF8.self)
        let words = capitals.split(separator: " ", omittingEmptySubsequences: true)
        var spellings = [value]
        for other in [capitals, words.joined(separator: " "), words.joined(separator: "-")] where !spellings.contains(other) {
            spellings.append(other)
        }
        return spellings
    }
}
