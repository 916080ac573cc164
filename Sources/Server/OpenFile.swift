import Glibc

/// A file that is being sent; closed with its last reference.
final class OpenFile: Sendable {
    let descriptor: Int32

    /// Nil when it is not there, or not to be read.
    init?(path: String) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
    }

    deinit { _ = close(descriptor) }
}
