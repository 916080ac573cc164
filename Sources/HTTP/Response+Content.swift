extension Response {
    public enum Content: Sendable, Equatable {
        case empty
        case bytes([UInt8])
        case file(FileContent)
        /// One after another: the parts of a multipart answer.
        case pieces([Content])

        public var size: Int {
            switch self {
            case .empty: 0
            case .bytes(let bytes): bytes.count
            case .file(let file): file.size
            case .pieces(let pieces): pieces.reduce(0) { $0 + $1.size }
            }
        }

        /// Whether sending it has to wait for a disk.
        public var holdsFile: Bool {
            switch self {
            case .empty, .bytes: false
            case .file: true
            case .pieces(let pieces): pieces.contains { $0.holdsFile }
            }
        }

        /// Those bytes of it; nil for what comes in pieces already.
        func part(_ range: Range<Int>) -> Content? {
            switch self {
            case .bytes(let bytes): .bytes(Array(bytes[range]))
            case .file(let file): .file(file.part(range))
            case .empty, .pieces: nil
            }
        }
    }
}
