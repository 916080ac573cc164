import Portal
import Storage

/// Issues a contractor's first password.
enum PINCommand {
    static let subcommand = Subcommand(
        name: "pin", usage: "pin LICENSE [--data DIR]",
        summary: "issues a contractor's new PIN or registration code and prints it", run: run)

    @Sendable private static func run(_ words: [String]) throws {
        let arguments = try Arguments(words, options: ["--data"], plain: 1...1)
        let folder = try DataFolder(path: arguments.value("--data") ?? Office.usualFolder, makes: false)
        guard folder.holdsRecords else { throw CommandError.badData("the data folder \(folder.path) holds no records") }
        let database = try PermitDatabase(folder: folder)
        defer { database.close() }
        let issued = try Enrollment(database: database, now: Office.now, passwordCost: try Surroundings.passwordCost()).issuePIN(
            license: arguments.plain[0])
        Console.say("The \(issued.name) of \(issued.company) is \(issued.pin). It works until a password is set.")
    }
}
