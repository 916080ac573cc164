import Permitting
import Portal
import Storage

/// Looks for what is wrong before somebody else finds it: the agency file, the templates, the database.
enum CheckCommand {
    static let subcommand = Subcommand(
        name: "check", usage: "check [--agency FILE] [--data DIR] [--contents]",
        summary: "looks whether agency file, templates and records are sound; --contents reads every attachment too", run: run)

    @Sendable private static func run(_ words: [String]) throws {
        let arguments = try Arguments(words, options: ["--agency", "--data"], flags: ["--contents"])
        if let file = arguments.value("--agency") { Console.say("agency file: \(try AgencyFile.read(file).name)") }
        let files = try ProgramFiles.find()
        Console.say("templates: \(try files.templates().names.count)")
        let folder = try DataFolder(path: arguments.value("--data") ?? Office.usualFolder, makes: false)
        guard folder.holdsRecords else { throw CommandError.badData("the data folder \(folder.path) holds no records") }
        let database = try PermitDatabase(folder: folder)
        defer { database.close() }
        let findings = try database.check()
        guard findings.isEmpty else {
            throw CommandError.badData("the records are damaged:\n" + findings.joined(separator: "\n"))
        }
        try checkEvents(database)
        Console.say("records: sound")
        try checkAttachments(database, readsContents: arguments.has("--contents"))
    }

    private static func checkEvents(_ database: PermitDatabase) throws {
        let audit = try database.auditEvents()
        guard audit.faults.isEmpty else {
            throw CommandError.badData("the record of who did what was changed:\n" + audit.faults.joined(separator: "\n"))
        }
        let digest = audit.digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        Console.say("events: \(audit.count), the chain is whole and ends with \(digest)")
    }

    private static func checkAttachments(_ database: PermitDatabase, readsContents: Bool) throws {
        let audit = try AttachmentCheck(database: database, now: Office.now).run(readsContents: readsContents)
        guard audit.faults.isEmpty else {
            throw CommandError.badData("attachments are damaged:\n" + audit.faults.joined(separator: "\n"))
        }
        if audit.count > 0 { Console.say("attachments: \(audit.count), sound") }
        guard !audit.strays.isEmpty else { return }
        Console.say(
            "Files that no record names, left by an upload that was cut off; the next start removes those over an hour old:")
        for stray in audit.strays { Console.say("  \(stray)") }
    }
}
