/// A posted form with files (RFC 7578): text fields as in any other form, files that stay where the body is.
public struct MultipartForm: Sendable {
    /// The text fields in their order, strict UTF-8 and without NUL.
    public let fields: FormFields
    /// The files in their order. A file field that was left empty comes without a name and without content, and is left out.
    public let files: [UploadedFile]

    /// Reads the body in pieces. Throws `MultipartError`, or `BodyFileError` when the content cannot be read back.
    public init(_ body: Body, boundary: MultipartBoundary, limits: MultipartLimits = MultipartLimits()) throws {
        var parser = MultipartParser(boundary: boundary, limits: limits)
        try body.forEachPiece(of: 0..<body.size) { try parser.receive($0) }
        var fields: [(name: String, value: String)] = []
        var files: [UploadedFile] = []
        for (index, part) in try parser.finish().enumerated() {
            guard let fileName = part.fileName else {
                fields.append((part.name, try Self.text(of: part, number: index + 1, in: body)))
                continue
            }
            if fileName.isEmpty && part.content.isEmpty { continue }
            files.append(UploadedFile(part, fileName: fileName, in: body))
        }
        self.fields = FormFields(fields)
        self.files = files
    }

    /// The first text field of that name.
    public subscript(_ name: String) -> String? { fields[name] }

    /// The text fields of that name.
    public func values(_ name: String) -> [String] { fields.values(name) }

    /// The first file of that field; nil where none was chosen.
    public func file(_ name: String) -> UploadedFile? {
        files.first { $0.name.hasSameBytes(as: name) }
    }

    public func files(_ name: String) -> [UploadedFile] {
        files.filter { $0.name.hasSameBytes(as: name) }
    }

    private static func text(of part: MultipartPart, number: Int, in body: Body) throws -> String {
        let bytes = try body.read(part.content)
        guard let text = String(validating: bytes.span) else { throw MultipartError.notUTF8(part: number) }
        guard !bytes.contains(0) else { throw MultipartError.containsNUL(part: number) }
        return text
    }
}
