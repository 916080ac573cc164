/// A part that a Range field asks for (RFC 9110 §14.1.2), before anybody has looked how long the content is.
public enum ByteRange: Sendable, Equatable {
    /// From one byte, counted from 0, to another, or to the end.
    case from(Int, through: Int?)
    /// So many bytes at the end.
    case last(Int)

    /// Its bytes in content of that size. Nil where it begins beyond the end, or asks for no byte at all.
    public func bytes(of size: Int) -> Range<Int>? {
        switch self {
        case .from(let first, let last):
            guard first < size else { return nil }
            return first..<min(last ?? size - 1, size - 1) + 1
        case .last(let count):
            return count > 0 && size > 0 ? max(0, size - count)..<size : nil
        }
    }

    /// What to send for all of them: each byte once, however often it was asked for, so that no request makes an answer longer
    /// than the content. Ranges that overlap or touch become one, in the place of the earliest; else the order is the client's
    /// (RFC 9110 §14.2, §15.3.7.2).
    public static func joined(_ ranges: [ByteRange], of size: Int) -> [Range<Int>] {
        let wanted = ranges.compactMap { $0.bytes(of: size) }.enumerated().sorted {
            $0.element.lowerBound < $1.element.lowerBound
        }
        var joined: [(place: Int, bytes: Range<Int>)] = []
        for (place, bytes) in wanted {
            if let last = joined.last, bytes.lowerBound <= last.bytes.upperBound {
                let end = max(last.bytes.upperBound, bytes.upperBound)
                joined[joined.count - 1] = (min(last.place, place), last.bytes.lowerBound..<end)
            } else {
                joined.append((place, bytes))
            }
        }
        return joined.sorted { $0.place < $1.place }.map(\.bytes)
    }
}
