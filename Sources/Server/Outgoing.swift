/// An answer on its way out: its header section and its content, and how much of both the socket has taken. One at a time
/// per connection, so what waits to be written is bounded by one answer; of a file only a piece is ever in memory.
struct Outgoing {
    enum Content {
        case bytes([UInt8])
        case file(OpenFile, size: Int)
    }

    enum Result: Equatable {
        case done
        /// The socket is full, or the turn is over: go on when the socket can be written.
        case unfinished
        /// The client has gone, or the file is shorter than promised: nothing can follow on this connection.
        case broken
    }

    private let head: [UInt8]
    private let content: Content
    private var sent = 0

    init(head: [UInt8], content: Content) {
        self.head = head
        self.content = content
    }

    /// Bytes of the content that the socket has taken.
    var contentSent: Int { max(0, sent - head.count) }

    /// - Parameters:
    ///   - most: bytes of a file to write before others get their turn.
    ///   - buffer: for the pieces of a file; holds nothing afterwards.
    mutating func write(to socket: Socket, most: Int, buffer: UnsafeMutableRawBufferPointer) -> Result {
        switch content {
        case .bytes(let bytes): write(bytes, to: socket)
        case .file(let file, let size): write(file, size: size, to: socket, most: most, buffer: buffer)
        }
    }

    private mutating func write(_ bytes: [UInt8], to socket: Socket) -> Result {
        bytes.withUnsafeBytes { write($0.dropFirst(contentSent), to: socket) }
    }

    private mutating func write(
        _ file: OpenFile, size: Int, to socket: Socket, most: Int, buffer: UnsafeMutableRawBufferPointer
    ) -> Result {
        var left = most
        while left > 0 {
            let wanted = min(buffer.count, size - contentSent)
            let piece = UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted])
            guard file.read(into: piece, at: contentSent) == wanted else { return .broken }
            let result = write(UnsafeRawBufferPointer(piece)[...], to: socket)
            guard result == .done, contentSent < size else { return result }
            left -= wanted
        }
        return .unfinished
    }

    /// Writes what is left of the header section, and this piece of the content after it.
    private mutating func write(_ piece: Slice<UnsafeRawBufferPointer>, to socket: Socket) -> Result {
        head.withUnsafeBytes { head in
            let rest = head.dropFirst(sent)
            switch socket.write(UnsafeRawBufferPointer(rebasing: rest), UnsafeRawBufferPointer(rebasing: piece)) {
            case .bytes(let count):
                sent += count
                return count == rest.count + piece.count ? .done : .unfinished
            case .wouldBlock: return .unfinished
            case .gone: return .broken
            }
        }
    }
}
