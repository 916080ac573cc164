import Glibc

/// Both ends that a running program is talked to by: what it still has to be told, and what it complained of so far.
struct ProgramStreams {
    private var input: Int32
    private let complaint: Int32
    private var rest: ArraySlice<UInt8>
    private var heard: [UInt8] = []
    private let longest: Int
    private var hasEnded = false

    init(input: Int32, complaint: Int32, text: [UInt8], longest: Int) {
        self.input = input
        self.complaint = complaint
        self.longest = longest
        rest = text[...]
    }

    /// One line, of what can be printed.
    var said: String {
        let text = String(decoding: heard, as: UTF8.self).unicodeScalars.map {
            $0.properties.generalCategory == .control ? " " : $0
        }
        return String(String.UnicodeScalarView(text)).split(separator: " ").joined(separator: " ")
    }

    /// Writes and reads what can be, after waiting for it at most so long.
    mutating func turn(milliseconds: Int32) {
        var waiting = [
            pollfd(fd: input, events: Int16(POLLOUT), revents: 0), pollfd(fd: complaint, events: Int16(POLLIN), revents: 0),
        ]
        // A closed end is always ready: without this the loop would not rest.
        if hasEnded { waiting[1].fd = -1 }
        guard poll(&waiting, 2, milliseconds) > 0 else { return }
        if waiting[0].revents != 0 { tell() }
        if waiting[1].revents != 0 { hear() }
    }

    /// What it said last, once it has ended.
    mutating func drain() {
        while !hasEnded, hear() {}
    }

    mutating func close() {
        if input >= 0 { Glibc.close(input) }
        input = -1
        Glibc.close(complaint)
    }

    private mutating func tell() {
        let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
        let count = rest.withUnsafeBytes { send(input, $0.baseAddress, $0.count, flags) }
        if count > 0 { rest = rest.dropFirst(count) }
        let isGone = count < 0 && errno != EAGAIN && errno != EINTR
        guard rest.isEmpty || isGone else { return }
        Glibc.close(input)
        input = -1
    }

    /// Whether there was anything.
    @discardableResult
    private mutating func hear() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = recv(complaint, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        if count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR) { hasEnded = true }
        guard count > 0 else { return false }
        heard += buffer.prefix(count).prefix(max(0, longest - heard.count))
        return true
    }
}
