/// Which lines stay. A tag alone on its line takes the line with it (the specification's modules say "standalone").
extension TemplateParser {
    /// Takes what stands before the tag and the tag itself; if it is alone on its line, the line goes, and what is
    /// returned is the indentation.
    @discardableResult
    mutating func takeStandalone(_ tag: Tag) -> Range<Int>? {
        guard let start = source.lineStart(before: tag.range.lowerBound),
            let end = source.lineEnd(after: tag.range.upperBound)
        else {
            takeLine(upTo: tag)
            return nil
        }
        takeText(upTo: start)
        position = end.upperBound
        return unstripped(start..<tag.range.lowerBound)
    }

    /// Takes what stands before a tag that has its place within a line, and the tag itself.
    mutating func takeLine(upTo tag: Tag) {
        takeText(upTo: tag.range.lowerBound)
        if source.startsLine(tag.range.lowerBound) { append(startOfLine(at: tag.range.lowerBound)) }
        position = tag.range.upperBound
    }

    /// Takes text, a node for each line. What stands in a parent but not in one of its blocks is left out.
    mutating func takeText(upTo end: Int) {
        defer { position = max(position, end) }
        if open.last?.isParent == true { return }
        var start = position
        while start < end {
            let lineEnd = min(end, source.find([UInt8(ascii: "\n")], from: start).map { $0 + 1 } ?? end)
            let startsLine = source.startsLine(start)
            append(.text(startsLine ? unstripped(start..<lineEnd) : start..<lineEnd, startsLine: startsLine))
            start = lineEnd
        }
    }

    func startOfLine(at offset: Int) -> Node { .text(offset..<offset, startsLine: true) }

    /// A line, or its blanks, without the indentation that the innermost argument around it, which shares it, takes off.
    func unstripped(_ line: Range<Int>) -> Range<Int> {
        for element in open.reversed() {
            guard let indent = element.stripped, line.count >= indent.count else { continue }
            if source.bytes[line].starts(with: source.bytes[indent]) { return line.dropFirst(indent.count) }
        }
        return line
    }
}
