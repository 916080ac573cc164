import Glibc

/// A file of a multipart form. Its bytes stay in the request's body, in memory or on disk, and are read in pieces.
public struct UploadedFile: Sendable {
    /// The form field's name.
    public let name: String
    /// What the client calls the file: text for people, without folders, possibly empty; never a path to be opened.
    public let fileName: String
    /// As the client declared it, if it did. The first bytes know better.
    public let contentType: String?
    private let body: Body
    private let content: Range<Int>

    init(_ part: MultipartPart, fileName: String, in body: Body) {
        name = part.name
        self.fileName = fileName
        contentType = part.contentType
        content = part.content
        self.body = body
    }

    /// In bytes.
    public var size: Int { content.count }

    /// The first bytes, all of them where there are fewer.
    public func prefix(_ count: Int) throws(BodyFileError) -> [UInt8] {
        try body.read(content.prefix(count))
    }

    /// Hands over the content from its beginning, at most 64 KiB at a time.
    public func forEachPiece(_ take: (ArraySlice<UInt8>) throws -> Void) throws {
        try body.forEachPiece(of: content, take)
    }

    /// Writes the content where the descriptor stands.
    public func copy(to descriptor: Int32) throws {
        try forEachPiece { piece in
            var rest = piece
            while !rest.isEmpty {
                let (count, code) = rest.withUnsafeBytes { (write(descriptor, $0.baseAddress, $0.count), errno) }
                if count < 0 && code == EINTR { continue }
                // A write that takes nothing would be asked for ever.
                guard count > 0 else { throw BodyFileError("copying", code: count < 0 ? code : ENOSPC) }
                rest = rest.dropFirst(count)
            }
        }
    }
}
