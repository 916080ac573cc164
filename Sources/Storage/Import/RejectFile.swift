import Foundation

/// The rows that were set aside: their own bytes, with the line and the reason behind them. Made when the first one comes;
/// one left by an earlier run is taken away at the start.
final class RejectFile {
    private let path: String
    private var header: [UInt8] = []
    private var buffer: [UInt8] = []
    private var descriptor: Int32 = -1

    init(path: String) throws(ImportError) {
        self.path = path
        guard unlink(path) == 0 || errno == ENOENT else { throw failure() }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    func setHeader(_ bytes: UnsafeBufferPointer<UInt8>) { header = Array(bytes) }

    func add(_ row: UnsafeBufferPointer<UInt8>, line: Int, reason: String) throws(ImportError) {
        if descriptor < 0 { try create() }
        buffer.append(contentsOf: Self.withoutReturn(row))
        buffer.append(contentsOf: ",\(line),\(reason)\n".utf8)
        if buffer.count > 1 << 16 { try flush() }
    }

    func flush() throws(ImportError) {
        var written = 0
        while written < buffer.count {
            let count = buffer.withUnsafeBytes { write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw failure() }
            written += count
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private func create() throws(ImportError) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure() }
        buffer.append(contentsOf: header)
        buffer.append(contentsOf: ",Line,Reason\n".utf8)
    }

    private static func withoutReturn(_ row: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        row.last == UInt8(ascii: "\r") ? UnsafeBufferPointer(rebasing: row.dropLast()) : row
    }

    private func failure() -> ImportError { .cannotSetAside(path: path, reason: String(cString: strerror(errno))) }
}
