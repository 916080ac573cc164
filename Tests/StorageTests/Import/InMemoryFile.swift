import Foundation

/// A descriptor that reads these bytes, gone from the disk at once.
final class InMemoryFile {
    let descriptor: Int32

    init(_ bytes: [UInt8]) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("permit-portal-\(UUID().uuidString)").path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        descriptor = open(path, O_RDONLY)
        unlink(path)
    }

    deinit { close(descriptor) }
}
