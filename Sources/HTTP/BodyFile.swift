import Glibc
import Synchronization

/// A temporary file that holds a request's content. Its name is gone as soon as it is open, so nothing stays behind
/// whatever happens to the process; the last reference closes it and gives the space back.
///
/// One thread appends, then any may read: reads carry their own offset and share no position.
public final class BodyFile: Sendable {
    private let descriptor: Int32
    private let length = Atomic<Int>(0)

    /// Bytes written so far.
    public var size: Int { length.load(ordering: .acquiring) }

    /// `folder` must exist and be writable; only the owner of the process can open the file while it has a name.
    public init(in folder: String) throws(BodyFileError) {
        // mkstemp could not set O_CLOEXEC in the same call; O_EXCL refuses a name that is taken.
        let path = folder + "/.permit-portal-body-" + String(UInt64.random(in: .min ... .max), radix: 36)
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw BodyFileError("creation", code: errno) }
        // `deinit` closes the descriptor here too: it runs once every property is set, whether the initializer throws or not.
        guard unlink(path) == 0 else { throw BodyFileError("removal", code: errno) }
    }

    deinit { close(descriptor) }

    public func append(_ bytes: ArraySlice<UInt8>) throws(BodyFileError) {
        var written = 0
        while written < bytes.count {
            let (count, code) = bytes.withUnsafeBytes { buffer in
                let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
                let count = pwrite(descriptor, rest.baseAddress, rest.count, off_t(size))
                return (count, errno)
            }
            if count < 0 && code == EINTR { continue }
            // A write that takes nothing would be asked for ever.
            guard count > 0 else { throw BodyFileError("writing", code: count < 0 ? code : ENOSPC) }
            written += count
            length.add(count, ordering: .releasing)
        }
    }

    /// Less than was asked for when the file ends earlier.
    public func read(_ range: Range<Int>) throws(BodyFileError) -> [UInt8] {
        let wanted = range.clamped(to: 0..<size)
        var code: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: wanted.count) { buffer, filled in
            while filled < wanted.count {
                let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
                let count = pread(descriptor, rest.baseAddress, wanted.count - filled, off_t(wanted.lowerBound + filled))
                if count < 0 && errno == EINTR { continue }
                if count < 0 { code = errno }
                if count <= 0 { return }
                filled += count
            }
        }
        guard code == 0 else { throw BodyFileError("reading", code: code) }
        return bytes
    }
}
