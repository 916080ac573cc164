import Glibc

enum Signals {
    /// Without this, a client or a log reader that goes away in the wrong moment would end the process. The socket calls
    /// ask for no signal themselves; this covers pipes, where no such flag exists.
    static func ignoreBrokenPipes() {
        _ = signal(SIGPIPE, SIG_IGN)
    }
}
