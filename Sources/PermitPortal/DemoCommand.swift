import Permitting
import Portal
import Storage

/// Files an agency's demo records in an empty data folder.
enum DemoCommand {
    static let subcommand = Subcommand(
        name: "demo", usage: "demo --agency FILE --data DIR", summary: "files the agency's demo records in a new data folder",
        run: run)

    @Sendable private static func run(_ words: [String]) throws {
        let arguments = try Arguments(words, options: ["--agency", "--data"])
        let demo = try find(arguments)
        let path = try arguments.required("--data")
        let agency = try AgencyFile.read(try arguments.required("--agency"))
        let folder = try DataFolder(path: path)
        guard !folder.holdsRecords else {
            throw CommandError.badData("the data folder \(path) holds records already; demo records go into a new one")
        }
        let database = try PermitDatabase(folder: folder)
        defer { database.close() }
        try Enrollment(database: database, now: Office.now).load(demo, agency: agency)
        printLogins(demo)
    }

    static func find(_ arguments: Arguments) throws -> Demo {
        let name = Office.name(of: try arguments.required("--agency"))
        guard let demo = Demo(named: name) else { throw CommandError.usage("there are no demo records for \(name)") }
        return demo
    }

    static func printLogins(_ demo: Demo) {
        Console.say("Demo logins:")
        for login in demo.logins {
            let secret = login.secret.map { "  password \($0)" } ?? ""
            let note = login.note.isEmpty ? "" : "  (\(login.note))"
            Console.say("  \(login.who): \(login.name)\(secret)\(note)")
        }
    }
}
