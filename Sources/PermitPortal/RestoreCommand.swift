import Storage

/// Puts a backup's records in the place of the folder's own, which are kept beside them.
enum RestoreCommand {
    static let subcommand = Subcommand(
        name: "restore", usage: "restore FILE [--data DIR] [--without-attachments]",
        summary: "puts a backup's records in place, and those there were aside", run: run)

    @Sendable private static func run(_ words: [String]) throws {
        let arguments = try Arguments(words, options: ["--data"], flags: ["--without-attachments"], plain: 1...1)
        let file = arguments.plain[0]
        let folder = try DataFolder(path: arguments.value("--data") ?? Office.usualFolder)
        let aside = try RecordsCopy(path: file).restore(
            into: folder, at: Office.now, requiresAttachments: !arguments.has("--without-attachments"))
        Console.say("The records of \(file) are in \(folder.databasePath).")
        if let aside { Console.say("Those there were before are in \(aside).") }
    }
}
