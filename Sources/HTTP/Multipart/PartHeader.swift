/// A part's header section while it is read: which field it is, and whether it is a file (RFC 7578 §4).
struct PartHeader: Sendable {
    private(set) var name: String?
    private(set) var fileName: String?
    private(set) var contentType: String?

    /// `line` is not empty and has lost its CRLF. Read as strictly as a request's own fields; those that say nothing
    /// about a form are ignored (RFC 7578 §4.8).
    mutating func read(_ line: Span<UInt8>, part: Int) throws(MultipartError) {
        let field: FieldLine
        do throws(Refusal) {
            field = try FieldLine(line)
        } catch {
            throw .headerMalformed(part: part)
        }
        let name = line.extracting(field.name)
        let value = line.extracting(field.value)
        if name.equalsIgnoringCase("content-disposition") {
            try readDisposition(value, part: part)
        } else if name.equalsIgnoringCase("content-type") {
            guard contentType == nil, let text = String(validating: value), !text.isEmpty else {
                throw .headerMalformed(part: part)
            }
            contentType = text
        } else if name.equalsIgnoringCase("content-transfer-encoding") {
            // Deprecated (RFC 7578 §4.7); these three change nothing, the others nobody here undoes.
            guard value.equalsIgnoringCase("binary") || value.equalsIgnoringCase("8bit") || value.equalsIgnoringCase("7bit")
            else { throw .encoded(part: part) }
        }
    }

    /// What the whole section says; the content begins at `start`.
    func part(number: Int, start: Int) throws(MultipartError) -> MultipartPart {
        guard let name else { throw .nameless(part: number) }
        return MultipartPart(name: name, fileName: fileName, contentType: contentType, content: start..<start)
    }

    private mutating func readDisposition(_ value: Span<UInt8>, part: Int) throws(MultipartError) {
        guard name == nil, let disposition = ParameterizedValue(value),
            disposition.value.equalsIgnoringASCIICase("form-data")
        else { throw .headerMalformed(part: part) }
        for parameter in disposition.parameters {
            // `filename*` must not be sent (RFC 7578 §4.2); whoever reads it sees another name than whoever does not.
            guard !parameter.name.utf8.contains(Byte.asterisk) else { throw .extendedParameter(part: part) }
            switch parameter.name {
            case "name": name = try Self.text(parameter.value, part: part)
            case "filename": fileName = Self.withoutFolders(try Self.text(parameter.value, part: part))
            default: break
            }
        }
        guard name != nil else { throw .nameless(part: part) }
    }

    /// As browsers write names: UTF-8, with three bytes escaped and the percent sign left as it is (HTML Standard,
    /// multipart/form-data encoding algorithm).
    private static func text(_ bytes: [UInt8], part: Int) throws(MultipartError) -> String {
        var unescaped: [UInt8] = []
        unescaped.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == Byte.percent, index + 2 < bytes.count, let byte = escaped(bytes[index + 1], bytes[index + 2]) {
                unescaped.append(byte)
                index += 3
            } else {
                unescaped.append(bytes[index])
                index += 1
            }
        }
        guard let text = String(validating: unescaped.span) else { throw .notUTF8(part: part) }
        return text
    }

    private static func escaped(_ high: UInt8, _ low: UInt8) -> UInt8? {
        switch (high, Byte.lowercased(low)) {
        case (UInt8(ascii: "0"), UInt8(ascii: "a")): Byte.lineFeed
        case (UInt8(ascii: "0"), UInt8(ascii: "d")): Byte.carriageReturn
        case (UInt8(ascii: "2"), UInt8(ascii: "2")): Byte.quote
        default: nil
        }
    }

    /// A name and never a path: what follows the last slash of either kind (RFC 7578 §4.2), controls made spaces. Empty
    /// where nothing else is left.
    private static func withoutFolders(_ text: String) -> String {
        let bytes = text.utf8
        let start = bytes.lastIndex { $0 == Byte.slash || $0 == Byte.backslash }.map { bytes.index(after: $0) }
        let last = bytes[(start ?? bytes.startIndex)...].map { ByteClass.isControl($0) ? Byte.space : $0 }
        let name = String(decoding: last, as: UTF8.self)
        return name == "." || name == ".." ? "" : name
    }
}
