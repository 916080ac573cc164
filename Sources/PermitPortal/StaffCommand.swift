import Permitting
import Portal
import Storage

/// Adds somebody to the office's staff and prints the link by which they set a password; or helps a member back in whom no
/// administrator can help.
enum StaffCommand {
    static let subcommand = Subcommand(
        name: "staff",
        usage: "staff add EMAIL --name NAME --role ROLE | staff unlock|link|reset-second-factor EMAIL   [--data DIR]",
        summary: "adds a member of staff and prints a one-time link, or lets one who is locked out in again", run: run)

    @Sendable private static func run(_ words: [String]) throws {
        let arguments = try Arguments(words, options: ["--name", "--role", "--data"], plain: 2...2)
        let email = arguments.plain[1]
        switch arguments.plain[0] {
        case "add": try add(arguments)
        case "unlock":
            try withRecords(arguments) { try $0.unlock(email: email) }
            Console.say("\(email) can sign in again.")
        case "link":
            let address = try Surroundings.baseAddress(port: 8080)
            let path = try withRecords(arguments) { try $0.link(email: email) }
            Console.say("This link sets another password of \(email). It works once:")
            Console.say(address.text + path)
        case "reset-second-factor":
            try withRecords(arguments) { try $0.resetSecondFactor(email: email) }
            Console.say("\(email) signs in with the password alone, and can set up a second factor again.")
        case let word: throw CommandError.usage("\(word) is not known here; add, unlock, link and reset-second-factor are")
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

    private static func withRecords<T>(_ arguments: Arguments, _ body: (Enrollment) throws -> T) throws -> T {
        let folder = try DataFolder(path: arguments.value("--data") ?? Office.usualFolder, makes: false)
        guard folder.holdsRecords else { throw CommandError.badData("the data folder \(folder.path) holds no records") }
        let database = try PermitDatabase(folder: folder)
        defer { database.close() }
        return try body(Enrollment(database: database, now: Office.now))
    }
}
