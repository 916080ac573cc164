import Foundation
import Storage

/// Copies the records as of one moment into a file of their own, also while the portal serves.
enum BackupCommand {
    static let subcommand = Subcommand(
        name: "backup", usage: "backup FILE [--data DIR]", summary: "copies the records into FILE, also while the portal serves",
        run: run)

    @Sendable private static func run(_ words: [String]) throws {
        let arguments = try Arguments(words, options: ["--data"], plain: 1...1)
        let target = arguments.plain[0]
        guard !FileManager.default.fileExists(atPath: target) else { throw CommandError.inputOutput("\(target) exists already") }
        let missing = try PermitDatabase.backup(folder: arguments.value("--data") ?? Office.usualFolder, to: target)
        Console.say("The records are in \(target).")
        let folder = target + ".attachments"
        if FileManager.default.fileExists(atPath: folder) { Console.say("Their attachments are in \(folder).") }
        guard missing.isEmpty else {
            throw CommandError.badData("attachments that the records name are not there:\n" + missing.joined(separator: "\n"))
        }
    }
}
