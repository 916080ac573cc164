/// An answer on its way out: its header section and its content, and how much of both the socket has taken. One at a time
/// per connection, so what waits to be written is bounded by one answer; of a file nothing is ever in memory.
struct Outgoing {
    enum Piece {
        case bytes([UInt8])
        /// Those bytes of the file, which the header section has promised.
        case file(OpenFile, Range<Int>)
    }

    enum Result: Equatable {
        case done
        /// The socket is full, or the turn is over: go on when the socket can be written.
        case unfinished
        /// The client has gone, or the file is shorter than promised: nothing can follow on this connection.
        case broken
    }

    private let head: [UInt8]
    private let pieces: [Piece]
    private var headSent = 0
    /// Bytes of the content that the socket has taken.
    private(set) var contentSent = 0
    /// The piece that is being written, and how much of it has gone.
    private var current = 0
    private var currentSent = 0

    init(head: [UInt8], content: [Piece]) {
        self.head = head
        pieces = content
    }

    /// - Parameter most: bytes of the content to write before others get their turn. Bytes in memory count, but are not held back.
    mutating func write(to socket: Socket, most: Int) -> Result {
        let end = contentSent + most
        repeat {
            let result = writeCurrent(to: socket, most: end - contentSent)
            guard result == .done, current < pieces.count else { return result }
        } while contentSent < end
        return .unfinished
    }

    /// `.done` when the socket took what it was given: the piece, or as much of it as belongs to this turn.
    private mutating func writeCurrent(to socket: Socket, most: Int) -> Result {
        guard current < pieces.count else { return write([], to: socket, isMore: false) }
        switch pieces[current] {
        case .bytes(let bytes):
            return write(bytes, to: socket, isMore: current + 1 < pieces.count)
        case .file(let file, let range):
            if headSent < head.count {
                let result = write([], to: socket, isMore: true)
                guard result == .done else { return result }
            }
            let rest = (range.lowerBound + currentSent)..<range.upperBound
            return write(rest.prefix(most), of: file, size: range.count, to: socket)
        }
    }

    /// Writes what is left of the header section, and of these bytes after it.
    private mutating func write(_ bytes: [UInt8], to socket: Socket, isMore: Bool) -> Result {
        let headLeft = head.count - headSent
        let written = head.withUnsafeBytes { head in
            bytes.withUnsafeBytes { bytes in
                socket.write(
                    UnsafeRawBufferPointer(rebasing: head[headSent...]), UnsafeRawBufferPointer(rebasing: bytes[currentSent...]),
                    isMore: isMore)
            }
        }
        switch written {
        case .bytes(let count):
            let isAll = count == headLeft + bytes.count - currentSent
            headSent += min(count, headLeft)
            advance(by: max(0, count - headLeft), of: bytes.count)
            return isAll ? .done : .unfinished
        case .wouldBlock: return .unfinished
        case .gone: return .broken
        }
    }

    private mutating func write(_ range: Range<Int>, of file: OpenFile, size: Int, to socket: Socket) -> Result {
        switch socket.write(file, range) {
        case .bytes(0): return .broken  // the file ends here
        case .bytes(let count):
            advance(by: count, of: size)
            return count == range.count ? .done : .unfinished
        case .wouldBlock: return .unfinished
        case .gone: return .broken
        }
    }

    private mutating func advance(by count: Int, of size: Int) {
        guard count > 0 else { return }
        contentSent += count
        currentSent += count
        if currentSent == size {
            current += 1
            currentSent = 0
        }
    }
}
