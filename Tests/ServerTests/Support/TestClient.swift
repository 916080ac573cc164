import Glibc

/// A blocking client that writes exactly the bytes it is told to. Reads give up after ten seconds, so that no test hangs.
final class TestClient {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let descriptor: Int32
    private var received: [UInt8] = []

    /// Connects to an IPv4 loopback port. A small receive buffer makes a client that reads slowly. With a number from 2 on it
    /// comes from 127.0.0.2 and so on, as another client than everybody else.
    init(port: UInt16, receiveBuffer: Int32? = nil, from number: UInt8 = 1) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(description: "no socket: \(errno)") }
        if var size = receiveBuffer {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
        }
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var code = number == 1 ? 0 : Self.withLoopback(number, port: 0) { bind(descriptor, $0, $1) }
        if code == 0 { code = Self.withLoopback(1, port: port) { connect(descriptor, $0, $1) } }
        guard code == 0 else {
            let reason = errno
            Glibc.close(descriptor)
            throw Failure(description: "no connection to port \(port): \(reason)")
        }
    }

    deinit { Glibc.close(descriptor) }

    /// 127.0.0.NUMBER, as the system calls want it.
    private static func withLoopback(
        _ number: UInt8, port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = (0x7F00_0000 | UInt32(number)).bigEndian
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
    }

    func send(_ text: String) throws { try send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { throw Failure(description: "not sent: \(errno)") }
            rest = rest.dropFirst(count)
        }
    }

    /// Nothing more will be sent, while the answer is still read.
    func endSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Goes away with a reset, as a crashed program does.
    func vanish() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        // Frees no number: the descriptor stays this object's until deinit.
        var unconnected = sockaddr()
        unconnected.sa_family = sa_family_t(AF_UNSPEC)
        connect(descriptor, &unconnected, socklen_t(MemoryLayout<sockaddr>.size))
    }

    /// One answer with its content, which none has to a HEAD.
    func answer(toHead: Bool = false) throws -> TestAnswer {
        let head = try line(endingIn: "\r\n\r\n")
        var answer = try TestAnswer(head: head)
        if !toHead, let length = answer.headers["content-length"].flatMap(Int.init) {
            while received.count < length {
                guard try receive() else { throw Failure(description: "the content ended early") }
            }
            answer.content = Array(received.prefix(length))
            received.removeFirst(length)
        }
        return answer
    }

    /// Sends a GET and reads its answer.
    func get(_ target: String, headers: String = "") throws -> TestAnswer {
        try send("GET \(target) HTTP/1.1\r\nHost: localhost\r\n\(headers)\r\n")
        return try answer()
    }

    /// Whether the server closes now, in order and without another byte.
    func seesEnd() throws -> Bool {
        guard received.isEmpty else { return false }
        return try !receive()
    }

    /// Reads a single byte; false at the end.
    func takeByte() throws -> Bool {
        var byte: UInt8 = 0
        let count = recv(descriptor, &byte, 1, 0)
        guard count >= 0 else { throw Failure(description: "not received: \(errno)") }
        return count > 0
    }

    /// Counts what comes until the connection ends, in whatever way.
    func countUntilEnd() -> Int {
        var count = received.count
        received = []
        while let isMore = try? receive(), isMore {
            count += received.count
            received = []
        }
        return count
    }

    private func line(endingIn end: String) throws -> String {
        let end = Array(end.utf8)
        var searched = 0
        while true {
            for start in searched..<max(searched, received.count - end.count + 1) {
                guard received[start..<start + end.count].elementsEqual(end) else { continue }
                defer { received.removeFirst(start + end.count) }
                return String(decoding: received[..<start], as: UTF8.self)
            }
            searched = max(0, received.count - end.count + 1)
            guard try receive() else { throw Failure(description: "the connection ended before an answer") }
        }
    }

    /// False at the end.
    private func receive() throws -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count >= 0 else { throw Failure(description: "not received: \(errno)") }
        received += buffer[..<count]
        return count > 0
    }
}
