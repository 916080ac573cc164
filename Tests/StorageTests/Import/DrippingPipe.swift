import Foundation

/// A pipe that another thread writes to a byte at a time.
final class DrippingPipe {
    let descriptor: Int32

    init(_ bytes: [UInt8]) throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
        descriptor = ends[0]
        let writing = ends[1]
        Thread.detachNewThread {
            for byte in bytes { _ = withUnsafeBytes(of: byte) { write(writing, $0.baseAddress, 1) } }
            close(writing)
        }
    }

    deinit { close(descriptor) }
}
