import Foundation

/// Files appended to the program, so that an office copies one binary: their contents one after another, an index of lines
/// "name, tab, offset, tab, length", and a tail that says where the index is.
struct PackedFiles {
    private static let mark = Array("PERMIT-PORTAL-1\n".utf8)
    private static let tailSize = mark.count + 16
    private static let damage = CommandError.fault("the files packed into this program are damaged")

    let files: [String: [UInt8]]

    var templates: [String: String] {
        var templates: [String: String] = [:]
        for (name, content) in files where name.hasPrefix("Templates/") && name.hasSuffix(".mustache") {
            templates[String(name.dropFirst("Templates/".count).dropLast(".mustache".count))] = String(
                decoding: content, as: UTF8.self)
        }
        return templates
    }

    var assets: [String: [UInt8]] {
        var assets: [String: [UInt8]] = [:]
        for (name, content) in files where name.hasPrefix("Public/") { assets[String(name.dropFirst("Public/".count))] = content }
        return assets
    }

    static func ofThisProgram() throws -> PackedFiles? { try read("/proc/self/exe") }

    /// nil for a program without packed files.
    static func read(_ program: String) throws -> PackedFiles? {
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: program))
        defer { try? handle.close() }
        let end = try handle.seekToEnd()
        guard end > UInt64(tailSize) else { return nil }
        try handle.seek(toOffset: end - UInt64(tailSize))
        guard let tail = try handle.read(upToCount: tailSize), Array(tail.prefix(mark.count)) == mark else { return nil }
        let start = number(tail.dropFirst(mark.count).prefix(8))
        let index = number(tail.suffix(8))
        guard start <= index, index <= end - UInt64(tailSize) else { throw damage }
        try handle.seek(toOffset: start)
        guard let content = try handle.read(upToCount: Int(end - UInt64(tailSize) - start)), UInt64(content.count) > index - start
        else { throw damage }
        return try PackedFiles(content: Array(content), index: Int(index - start))
    }

    private init(content: [UInt8], index: Int) throws {
        var files: [String: [UInt8]] = [:]
        // The contents follow each other without a gap: an index that says otherwise is not the one that was written.
        var end = 0
        for line in String(decoding: content[index...], as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: "\t")
            guard parts.count == 3, Int(parts[1]) == end, let length = Int(parts[2]), length >= 0, length <= index - end else {
                throw Self.damage
            }
            files[String(parts[0])] = Array(content[end..<(end + length)])
            end += length
        }
        guard end == index else { throw Self.damage }
        self.files = files
    }

    /// What to append to a program of that size.
    static func appendix(_ files: [String: [UInt8]], after size: UInt64) -> [UInt8] {
        var content: [UInt8] = []
        var index = ""
        for (name, file) in files.sorted(by: { $0.key < $1.key }) {
            index += "\(name)\t\(content.count)\t\(file.count)\n"
            content += file
        }
        return content + Array(index.utf8) + mark + bytes(size) + bytes(size + UInt64(content.count))
    }

    private static func number(_ bytes: some Sequence<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
    private static func bytes(_ number: UInt64) -> [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) } }
}
