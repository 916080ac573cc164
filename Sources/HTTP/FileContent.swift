/// A file to be sent as it is, or a part of one. The size is what the header section promises; the server sends no more and
/// no less.
public struct FileContent: Sendable, Equatable {
    public let path: String
    public let size: Int
    /// Where in the file the content begins.
    public let offset: Int

    public init(path: String, size: Int, offset: Int = 0) {
        self.path = path
        self.size = size
        self.offset = offset
    }

    /// Those bytes of the content.
    func part(_ bytes: Range<Int>) -> FileContent {
        FileContent(path: path, size: bytes.count, offset: offset + bytes.lowerBound)
    }
}
