import Dispatch
import Glibc
import Synchronization

/// Writes access lines to a descriptor, in batches, on a queue of its own: whoever logs never waits for a slow disk or a
/// blocked pipe. What does not fit in its bounded buffer is dropped, counted, and told in the log once it moves again.
/// The descriptor stays the caller's.
public final class AccessLog: Sendable {
    private struct Pending {
        var text = LogText()
        var dropped = 0
        var isScheduled = false
    }

    /// Waking the log's queue for each line would cost more than the answer that the line tells of.
    private static let delay = DispatchTimeInterval.milliseconds(100)

    private let descriptor: Int32
    private let capacity: Int
    private let pending = Mutex(Pending())
    private let queue = DispatchQueue(label: "access-log")

    /// - Parameter capacity: bytes that may wait to be written.
    public init(descriptor: Int32, capacity: Int = 4 * 1024 * 1024) {
        self.descriptor = descriptor
        self.capacity = capacity
        Signals.ignoreBrokenPipes()
    }

    public func write(_ line: AccessLine) {
        let mustSchedule = pending.withLock { pending in
            guard pending.text.bytes.count < capacity else {
                pending.dropped += 1
                return false
            }
            pending.text.append(line)
            defer { pending.isScheduled = true }
            return !pending.isScheduled
        }
        if mustSchedule { queue.asyncAfter(deadline: .now() + Self.delay) { self.writePending() } }
    }

    /// Returns when everything logged so far is written.
    public func flush() {
        queue.sync { writePending() }
    }

    private func writePending() {
        let (text, dropped) = pending.withLock { pending in
            defer { pending = Pending() }
            return (pending.text, pending.dropped)
        }
        var lost = 0
        if !text.bytes.isEmpty, !writeAll(text.bytes) { lost = text.lines }
        if dropped + lost > 0 {
            var note = LogText()
            note.append(dropped: dropped + lost, time: Clock.microsecondsSince1970())
            // Where even this cannot be written, the count goes on to the next batch.
            if !writeAll(note.bytes) { pending.withLock { $0.dropped += dropped + lost } }
        }
    }

    /// Blocks until the descriptor took everything; false when it cannot (disk full, reader gone).
    private func writeAll(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count > 0 {
                    rest = rest.dropFirst(count)
                } else if errno == EAGAIN {
                    var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    _ = poll(&waiting, 1, -1)
                } else if errno != EINTR {
                    return false
                }
            }
            return true
        }
    }
}
