import Dispatch

/// Tells when a socket can be read or written, and closes it. The traps of Dispatch sources on Linux live here and nowhere
/// else: a source that was never resumed traps when released, a suspended one never says that its cancel took effect, an
/// armed write source fires without end, and a descriptor closed before both sources have ended loses the events of the next
/// socket that gets its number. Used by one thread at a time.
final class SocketWatch {
    private let socket: Socket
    private let queue: DispatchQueue
    private let reading: any DispatchSourceRead
    private var readingIsPaused = true
    /// Made when a write would block for the first time; most connections never need it.
    private var writing: (any DispatchSourceWrite)?
    private var writingIsPaused = true
    private var isClosed = false
    private var runningSources = 0
    private var closed: () -> Void = {}

    /// Nothing is told before `begin`.
    init(_ socket: Socket, on queue: DispatchQueue) {
        self.socket = socket
        self.queue = queue
        reading = DispatchSource.makeReadSource(fileDescriptor: socket.descriptor, queue: queue)
    }

    /// Called once. The handler is kept until `close`, and with it whatever it holds.
    func begin(whenReadable: @escaping () -> Void) {
        reading.setEventHandler(handler: whenReadable)
        run(reading)
        resumeReading()
    }

    func resumeReading() {
        guard readingIsPaused, !isClosed else { return }
        readingIsPaused = false
        reading.resume()
    }

    func pauseReading() {
        guard !readingIsPaused, !isClosed else { return }
        readingIsPaused = true
        reading.suspend()
    }

    /// Tells when the socket takes more, again and again until `pauseWriting`.
    func resumeWriting(whenWritable: @escaping () -> Void) {
        guard writingIsPaused, !isClosed else { return }
        writingIsPaused = false
        if let writing {
            writing.resume()
        } else {
            let source = DispatchSource.makeWriteSource(fileDescriptor: socket.descriptor, queue: queue)
            source.setEventHandler(handler: whenWritable)
            run(source)
            source.resume()
            writing = source
        }
    }

    func pauseWriting() {
        guard !writingIsPaused, !isClosed else { return }
        writingIsPaused = true
        writing?.suspend()
    }

    /// Ends the sources, then closes the descriptor, then tells.
    func close(then closed: @escaping () -> Void) {
        guard !isClosed else { return }
        isClosed = true
        self.closed = closed
        reading.cancel()
        if readingIsPaused { reading.resume() }
        writing?.cancel()
        if writingIsPaused { writing?.resume() }
    }

    private func run(_ source: any DispatchSourceProtocol) {
        runningSources += 1
        source.setCancelHandler { self.sourceEnded() }
    }

    private func sourceEnded() {
        runningSources -= 1
        guard runningSources == 0 else { return }
        socket.close()
        closed()
        closed = {}
    }
}
