import Foundation
import Storage

/// Gives an office's permits back as a file with BLDS columns.
enum ExportCommand {
    static let subcommand = Subcommand(
        name: "export", usage: "export permits [FILE] [--data DIR]",
        summary: "writes the permits as CSV with BLDS columns, to FILE or standard output", run: run)

    @Sendable private static func run(_ words: [String]) throws {
        let arguments = try Arguments(words, options: ["--data"], plain: 1...2)
        guard arguments.plain[0] == "permits" else {
            throw CommandError.usage("\(arguments.plain[0]) cannot be exported; permits can")
        }
        let file = arguments.plain.count == 2 ? arguments.plain[1] : "-"
        let reader = try PermitDatabase.reader(folder: arguments.value("--data") ?? Office.usualFolder)
        let descriptor = file == "-" ? STDOUT_FILENO : open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw CommandError.inputOutput("\(file) cannot be written: \(String(cString: strerror(errno)))")
        }
        defer { if file != "-" { close(descriptor) } }
        let bar = ProgressBar(total: nil, unit: "permits")
        let count = try PermitExport(reader: reader).write(to: descriptor) { bar.show(done: 0, count: $0) }
        bar.end()
        Console.complain("\(count) permits exported")
    }
}
