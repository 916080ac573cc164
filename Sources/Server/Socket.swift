import Glibc

/// One non-blocking TCP socket: the system calls and what their results mean. It does not own the descriptor; whoever made
/// it closes it.
struct Socket: Sendable {
    let descriptor: Int32

    enum Reading: Equatable {
        case bytes(Int)
        case ended
        case wouldBlock
        case gone
    }

    enum Writing: Equatable {
        case bytes(Int)
        case wouldBlock
        case gone
    }

    /// Reads once.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Reading {
        let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
        if count > 0 { return .bytes(count) }
        if count == 0 { return .ended }
        return Self.isTemporary(errno) ? .wouldBlock : .gone
    }

    /// Writes two pieces with one call. MSG_NOSIGNAL: a client that went away is a result, not a signal. MSG_MORE holds back the
    /// last packet while it is not full, because more follows at once.
    func write(_ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer, isMore: Bool = false) -> Writing {
        withUnsafeTemporaryAllocation(of: iovec.self, capacity: 2) { pieces in
            pieces[0] = iovec(iov_base: UnsafeMutableRawPointer(mutating: first.baseAddress), iov_len: first.count)
            pieces[1] = iovec(iov_base: UnsafeMutableRawPointer(mutating: second.baseAddress), iov_len: second.count)
            var message = msghdr()
            message.msg_iov = pieces.baseAddress
            message.msg_iovlen = second.isEmpty ? 1 : 2
            let count = sendmsg(descriptor, &message, Int32(MSG_NOSIGNAL) | (isMore ? Int32(MSG_MORE) : 0))
            if count >= 0 { return .bytes(count) }
            return Self.isTemporary(errno) ? .wouldBlock : .gone
        }
    }

    /// Has the system carry those bytes of a file over, without a copy in this process; none when the file ends before them.
    /// sendfile(2) knows no MSG_NOSIGNAL, but the server has the signal ignored. A disk that fails counts as a client that went:
    /// nothing can follow either way.
    func write(_ file: OpenFile, _ range: Range<Int>) -> Writing {
        var offset = off_t(range.lowerBound)
        let count = sendfile(descriptor, file.descriptor, &offset, range.count)
        if count >= 0 { return .bytes(count) }
        return Self.isTemporary(errno) ? .wouldBlock : .gone
    }

    /// Says that nothing more will come, while the client may still be writing.
    func endWriting() {
        // Fails only when the client has already gone, which the next read tells.
        _ = shutdown(descriptor, Int32(SHUT_WR))
    }

    /// The connection was reset, or timed out.
    var hasFailed: Bool {
        var asked = pollfd(fd: descriptor, events: 0, revents: 0)
        return poll(&asked, 1, 0) == 1
    }

    /// What has not been read by the client when this closes is thrown away, and the client sees a reset.
    func dropUnsent() {
        var option = linger(l_onoff: 1, l_linger: 0)
        // Fails only when the client has already gone, and with it what was unsent.
        _ = setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    }

    func close() {
        // On Linux the number is free even when close reports an error, so there is nothing to repeat.
        _ = Glibc.close(descriptor)
    }

    /// Bytes written that the client has not acknowledged yet; tells a slow reader from one that reads nothing.
    var unacknowledged: Int {
        var count: Int32 = 0
        return ioctl(descriptor, UInt(TIOCOUTQ), &count) == 0 ? Int(count) : 0
    }

    private static func isTemporary(_ code: Int32) -> Bool { code == EAGAIN || code == EWOULDBLOCK || code == EINTR }
}
