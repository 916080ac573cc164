/// What separates the parts of a multipart body: 1 to 70 bytes of the allowed set, no space at the end (RFC 2046 §5.1.1).
public struct MultipartBoundary: Sendable {
    let bytes: [UInt8]

    public init(_ text: String) throws(MultipartError) {
        try self.init(Array(text.utf8))
    }

    /// The one that a Content-Type of multipart/form-data names.
    init(_ type: ParameterizedValue) throws(MultipartError) {
        guard let bytes = type["boundary"] else { throw .boundaryMalformed }
        try self.init(bytes)
    }

    private init(_ bytes: [UInt8]) throws(MultipartError) {
        let isWellFormed =
            (1...70).contains(bytes.count) && bytes.last != Byte.space && bytes.allSatisfy(ByteClass.boundary.contains)
        guard isWellFormed else { throw .boundaryMalformed }
        self.bytes = bytes
    }
}
