import Glibc

/// A file that is being sent; closed with its last reference.
final class OpenFile: Sendable {
    private let descriptor: Int32

    /// Nil when it is not there, or not to be read.
    init?(path: String) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
    }

    deinit { _ = close(descriptor) }

    /// Fills the buffer from an offset on; less at the end of the file, nil when the disk fails.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int? {
        var filled = 0
        while filled < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let count = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + filled))
            if count > 0 {
                filled += count
            } else if count == 0 {
                return filled
            } else if errno != EINTR {
                return nil
            }
        }
        return filled
    }
}
