import Foundation

/// Writes a copy of this program that carries its templates and static files.
enum PackCommand {
    static let subcommand = Subcommand(
        name: "pack", usage: "pack FILE", summary: "writes a copy of this program with its templates and static files inside",
        run: run)

    @Sendable private static func run(_ words: [String]) throws {
        let arguments = try Arguments(words, options: [], plain: 1...1)
        guard case .folder(let folder) = try ProgramFiles.find().place else {
            throw CommandError.usage("this program is packed already")
        }
        var files: [String: [UInt8]] = [:]
        for (name, content) in try ProgramFiles.files(in: folder + "/Templates") { files["Templates/" + name] = content }
        for (name, content) in try ProgramFiles.assets(in: folder + "/Public") { files["Public/" + name] = content }
        var program = try Data(contentsOf: URL(fileURLWithPath: "/proc/self/exe"))
        program.append(contentsOf: PackedFiles.appendix(files, after: UInt64(program.count)))
        let target = arguments.plain[0]
        do {
            try program.write(to: URL(fileURLWithPath: target), options: .atomic)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: target)
        } catch {
            throw CommandError.inputOutput("\(target) cannot be written: \(error.localizedDescription)")
        }
        Console.say("\(target) carries \(files.count) files and needs no other.")
    }
}
