/// Reads a page as strictly as no browser does: what is not closed, closed twice or not escaped is an error, so that every page
/// that any test opens is looked over on the way.
struct MarkupReader {
    struct Fault: Error, CustomStringConvertible {
        let what: String
        let near: String
        var description: String { "\(what), near “\(near)”" }
    }

    static func read(_ page: String) throws(Fault) -> Element {
        var reader = MarkupReader(bytes: Array(page.utf8))
        return try reader.document()
    }

    private static let doctype = Array("<!doctype html>".utf8)
    private static let void: Set = ["br", "hr", "img", "input", "link", "meta"]

    private let bytes: [UInt8]
    private var next = 0
    private var open = [Element(name: "#page")]

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func document() throws(Fault) -> Element {
        if bytes.starts(with: Self.doctype) { next = Self.doctype.count }
        while next < bytes.count {
            if bytes[next] != UInt8(ascii: "<") {
                let text = try decoded(take { $0 != UInt8(ascii: "<") })
                guard !text.isEmpty else { continue }
                open[open.count - 1].children.append(.text(text))
            } else if next + 1 < bytes.count, bytes[next + 1] == UInt8(ascii: "/") {
                try close()
            } else {
                try begin()
            }
        }
        guard open.count == 1 else { throw fault("<\(open[open.count - 1].name)> is never closed") }
        return open[0]
    }

    private mutating func close() throws(Fault) {
        next += 2
        let name = take { $0 != UInt8(ascii: ">") }
        try expect(UInt8(ascii: ">"))
        guard open.count > 1, open[open.count - 1].name == name else {
            throw fault("</\(name)> closes <\(open[open.count - 1].name)>")
        }
        let element = open.removeLast()
        open[open.count - 1].children.append(.element(element))
    }

    private mutating func begin() throws(Fault) {
        next += 1
        var element = Element(name: take(Self.isNameByte))
        guard !element.name.isEmpty else { throw fault("a bare <") }
        while next < bytes.count, bytes[next] != UInt8(ascii: ">") {
            guard Self.isBlank(bytes[next]) else { throw fault("an attribute that touches what stands before it") }
            next += 1
            guard next < bytes.count, Self.isNameByte(bytes[next]) else { continue }
            let (name, value) = try attribute()
            guard element.attributes.updateValue(value, forKey: name) == nil else { throw fault("\(name) stands twice") }
        }
        try expect(UInt8(ascii: ">"))
        if Self.void.contains(element.name) {
            open[open.count - 1].children.append(.element(element))
        } else {
            open.append(element)
        }
    }

    private mutating func attribute() throws(Fault) -> (String, String) {
        // SVG has capitals inside: viewBox.
        let name = take { Self.isNameByte($0) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else { return (name, "") }
        next += 1
        try expect(UInt8(ascii: "\""))
        let value = try decoded(take { $0 != UInt8(ascii: "\"") })
        try expect(UInt8(ascii: "\""))
        return (name, value)
    }

    private func decoded(_ text: String) throws(Fault) -> String {
        if text.utf8.contains(UInt8(ascii: ">")) || text.utf8.contains(UInt8(ascii: "<")) { throw fault("a bare < or >") }
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var result = ""
        var rest = Substring(text)
        while let ampersand = rest.firstIndex(of: "&") {
            result += rest[..<ampersand]
            rest = rest[ampersand...]
            let known = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")]
            guard let (reference, character) = known.first(where: { rest.hasPrefix($0.0) }) else { throw fault("a bare &") }
            result += character
            rest = rest.dropFirst(reference.count)
        }
        return result + rest
    }

    private mutating func take(_ isWanted: (UInt8) -> Bool) -> String {
        let start = next
        while next < bytes.count, isWanted(bytes[next]) { next += 1 }
        return String(decoding: bytes[start..<next], as: UTF8.self)
    }

    private mutating func expect(_ byte: UInt8) throws(Fault) {
        guard next < bytes.count, bytes[next] == byte else { throw fault("\(Unicode.Scalar(byte)) is missing") }
        next += 1
    }

    private func fault(_ what: String) -> Fault {
        Fault(what: what, near: String(decoding: bytes[max(0, next - 60)..<min(bytes.count, next + 20)], as: UTF8.self))
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
