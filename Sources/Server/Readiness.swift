/// What can be done with a socket now.
struct Readiness {
    let isReadable: Bool
    let isWritable: Bool
    /// Reading or writing will say what is wrong; it is told again and again until the socket is no longer asked about.
    let isBroken: Bool

    init(_ events: UInt32) {
        isBroken = events & Epoll.broken != 0
        isReadable = isBroken || events & Epoll.readable != 0
        isWritable = isBroken || events & Epoll.writable != 0
    }
}
