/// Finds the tags of a source one after the other and keeps the delimiters that are in force.
struct TagReader {
    let source: TemplateSource
    private var position = 0
    private var opening = Array("{{".utf8)
    private var closing = Array("}}".utf8)

    init(source: TemplateSource) { self.source = source }

    mutating func next() throws(TemplateError) -> Tag? {
        guard let start = source.find(opening, from: position) else { return nil }
        let content = start + opening.count
        let sigil = content < source.bytes.count ? source.bytes[content] : 0
        let tag =
            switch sigil {
            case UInt8(ascii: "!"): try comment(start)
            case UInt8(ascii: "="): try delimiters(start)
            case UInt8(ascii: "{"): try triple(start)
            default: try named(start, Tag.Kind(sigil: sigil))
            }
        position = tag.range.upperBound
        return tag
    }

    private func comment(_ start: Int) throws(TemplateError) -> Tag {
        guard let end = source.find(closing, from: start + opening.count) else { throw unclosed(start) }
        return Tag(kind: .silent, name: "", range: start..<end + closing.count)
    }

    /// `{{=<% %>=}}`: two words without an equals sign (the specification's delimiters module).
    private mutating func delimiters(_ start: Int) throws(TemplateError) -> Tag {
        let equals = UInt8(ascii: "=")
        let content = start + opening.count + 1
        guard let end = source.find([equals] + closing, from: content) else {
            throw unclosed(start, by: "=" + String(decoding: closing, as: UTF8.self))
        }
        let words = source.bytes[content..<end].split(whereSeparator: TemplateSource.isBlank)
        guard words.count == 2, !words.joined().contains(equals) else {
            let found = source.text(start..<end + 1 + closing.count)
            throw source.error(at: start, found: found, expected: "two delimiters with a space between, as in {{=<% %>=}}")
        }
        let tag = Tag(kind: .silent, name: "", range: start..<end + 1 + closing.count)
        (opening, closing) = (Array(words[0]), Array(words[1]))
        return tag
    }

    /// `{{{name}}}`: the first closing delimiter must be the one behind the brace.
    private func triple(_ start: Int) throws(TemplateError) -> Tag {
        let brace = [UInt8(ascii: "}")] + closing
        let content = start + opening.count + 1
        guard let end = source.find(closing, from: content) else {
            throw unclosed(start, by: String(decoding: brace, as: UTF8.self))
        }
        guard let last = source.find(brace, from: content), last <= end else {
            let found = source.text(start..<end + closing.count)
            throw source.error(at: start, found: found, expected: "\(String(decoding: brace, as: UTF8.self)) at its end")
        }
        return Tag(kind: .raw, name: try name(content..<last, of: start, .raw), range: start..<last + brace.count)
    }

    private func named(_ start: Int, _ kind: Tag.Kind) throws(TemplateError) -> Tag {
        let content = start + opening.count + (kind == .escaped ? 0 : 1)
        guard content <= source.bytes.count, let end = source.find(closing, from: content) else { throw unclosed(start) }
        return Tag(kind: kind, name: try name(content..<end, of: start, kind), range: start..<end + closing.count)
    }

    private func name(_ range: Range<Int>, of start: Int, _ kind: Tag.Kind) throws(TemplateError) -> String {
        let words = source.bytes[range].split(whereSeparator: TemplateSource.isBlank)
        guard let word = words.first else {
            let found = source.text(start..<range.upperBound) + String(decoding: closing, as: UTF8.self)
            throw source.error(at: start, found: "the empty tag \(found)", expected: "a name in it")
        }
        // An opening delimiter within the name, or a sigil behind a space, is a slip and never a name.
        if let inner = source.find(opening, from: range.lowerBound), inner < range.upperBound { throw unclosed(start) }
        let isSpaced = word.startIndex > start + opening.count && "#^/>&<$!=".utf8.contains(word[word.startIndex])
        let isDynamic = kind.namesTemplate && words.count == 2 && word.elementsEqual([UInt8(ascii: "*")])
        guard words.count == 1 || isDynamic, !isSpaced else {
            let found = source.text(start..<range.upperBound) + String(decoding: closing, as: UTF8.self)
            throw source.error(at: start, found: found, expected: "one name without spaces")
        }
        return String(decoding: words.joined(), as: UTF8.self)
    }

    private func unclosed(_ start: Int, by closing: String? = nil) -> TemplateError {
        let line = source.bytes[start...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        let found = String(decoding: line.prefix(40), as: UTF8.self)
        let expected = closing ?? String(decoding: self.closing, as: UTF8.self)
        return source.error(at: start, found: "the unclosed tag \(found)", expected: expected)
    }
}
