import HTTP

/// Collects a request's content while it arrives: in memory while it is small, then in a temporary file, so that memory
/// stays flat whatever the route allows.
struct Intake {
    private let inMemory: Int
    private let folder: String
    private var bytes: [UInt8] = []
    private var file: BodyFile?

    init(inMemory: Int, folder: String) {
        self.inMemory = inMemory
        self.folder = folder
    }

    mutating func append(_ more: ArraySlice<UInt8>) throws(BodyFileError) {
        if let file { return try file.append(more) }
        guard bytes.count + more.count > inMemory else { return bytes.append(contentsOf: more) }
        let file = try BodyFile(in: folder)
        try file.append(bytes[...])
        try file.append(more)
        self.file = file
        bytes = []
    }

    /// What has been collected; the next request begins with nothing.
    mutating func take() -> Body {
        defer {
            bytes = []
            file = nil
        }
        if let file { return .file(file) }
        return bytes.isEmpty ? .empty : .bytes(bytes)
    }
}
