import Permitting
import Portal
import Storage

/// Adds somebody to the office's staff and prints the link by which they set a password; or opens a member's locked account.
enum StaffCommand {
    static let subcommand = Subcommand(
        name: "staff", usage: "staff add EMAIL --name NAME --role ROLE [--data DIR] | staff unlock EMAIL [--data DIR]",
        summary: "adds a member of staff and prints a one-time link, or opens a locked account", run: run)

    @Sendable private static func run(_ words: [String]) throws {
        let arguments = try Arguments(words, options: ["--name", "--role", "--data"], plain: 2...2)
        switch arguments.plain[0] {
        case "add": try add(arguments)
        case "unlock": try unlock(arguments)
        case let word: throw CommandError.usage("\(word) is not known here; add and unlock are")
        }
    }

    private static func add(_ arguments: Arguments) throws {
        let known = StaffRole.allCases.map(\.rawValue).joined(separator: ", ")
        guard let role = StaffRole(rawValue: try arguments.required("--role")) else {
            throw CommandError.usage("the role is one of \(known)")
        }
        // All that can be wrong is found before anybody is added: the link is printed once and never again.
        let name = try arguments.required("--name")
        let address = try Surroundings.baseAddress(port: 8080)
        let folder = try DataFolder(path: arguments.value("--data") ?? Office.usualFolder)
        let database = try PermitDatabase(folder: folder)
        defer { database.close() }
        let path = try Enrollment(database: database, now: Office.now).invite(
            email: arguments.plain[1], name: name, role: role)
        Console.say(
            "This link sets the password of \(arguments.plain[1]). It works once, for \(Enrollment.invitationHours) hours:")
        Console.say(address.text + path)
    }

    private static func unlock(_ arguments: Arguments) throws {
        let folder = try DataFolder(path: arguments.value("--data") ?? Office.usualFolder, makes: false)
        guard folder.holdsRecords else { throw CommandError.badData("the data folder \(folder.path) holds no records") }
        let database = try PermitDatabase(folder: folder)
        defer { database.close() }
        try Enrollment(database: database, now: Office.now).unlock(email: arguments.plain[1])
        Console.say("\(arguments.plain[1]) can sign in again.")
    }
}
