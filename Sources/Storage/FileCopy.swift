import Foundation

/// Puts a file's content at a second place, on disk when it returns.
enum FileCopy {
    /// For content that nobody changes any more: a second name for the same file where that is possible, which costs no room.
    static func linkOrCopy(_ source: String, to target: String) throws(RecordsCopy.Refusal) {
        if link(source, target) == 0 { return }
        switch errno {
        // Another file system, one without links, or a file of another user's (proc(5), protected_hardlinks).
        case EXDEV, EPERM, EMLINK, EOPNOTSUPP: try copy(source, to: target)
        case EEXIST: return
        default: throw failure("made", target)
        }
    }

    static func copy(_ source: String, to target: String) throws(RecordsCopy.Refusal) {
        let from = open(source, O_RDONLY | O_CLOEXEC)
        guard from >= 0 else { throw failure("read", source) }
        defer { close(from) }
        let to = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard to >= 0 else { throw failure("written", target) }
        defer { close(to) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = read(from, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw failure("read", source) }
            guard count > 0 else { break }
            var done = 0
            while done < count {
                let written = buffer.withUnsafeBytes { write(to, $0.baseAddress.map { $0 + done }, count - done) }
                if written < 0 && errno == EINTR { continue }
                guard written > 0 else { throw failure("written", target) }
                done += written
            }
        }
        guard fsync(to) == 0 else { throw failure("written", target) }
    }

    static func failure(_ what: String, _ path: String) -> RecordsCopy.Refusal {
        .cannot(what, path: path, reason: String(cString: strerror(errno)))
    }
}
