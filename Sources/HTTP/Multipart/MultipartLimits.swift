/// How much a multipart form may hold besides its files, whose sizes the route's body limit bounds.
public struct MultipartLimits: Sendable {
    /// Fields and files together.
    public var parts: Int
    /// The header section of one part, line ends included.
    public var headerBytes: Int
    /// The value of one text field.
    public var fieldBytes: Int
    /// The values of all text fields together.
    public var allFieldBytes: Int

    public init(parts: Int = 200, headerBytes: Int = 4 * 1024, fieldBytes: Int = 64 * 1024, allFieldBytes: Int = 1024 * 1024) {
        self.parts = parts
        self.headerBytes = headerBytes
        self.fieldBytes = fieldBytes
        self.allFieldBytes = allFieldBytes
    }
}
