/// A file to be sent as it is. The size is what the header section promises; the server sends no more and no less.
public struct FileContent: Sendable, Equatable {
    public let path: String
    public let size: Int

    public init(path: String, size: Int) {
        self.path = path
        self.size = size
    }
}
