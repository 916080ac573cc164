import Foundation

/// The program's import of a file, against the plainest import there is: the sqlite3 shell's, into a table without types,
/// indexes or checks.
struct ImportRace {
    let rows: Int
    let seconds: Double
    let plainSeconds: Double

    init(_ file: PermitFile, data: String, _ settings: Settings, _ workplace: Workplace) throws {
        Progress.say("importing with the sqlite3 shell")
        let database = workplace.file("plain.db")
        plainSeconds = try workplace.run("sqlite3", [database, ".import --csv \"\(file.path)\" plain"], name: "sqlite3").seconds
        let counted = try workplace.run("sqlite3", [database, "SELECT count(*) FROM plain"], name: "count").output
        try FileManager.default.removeItem(atPath: database)

        Progress.say("importing with permit-portal")
        // By a link of its own, beside which the list of rejected rows is written.
        let link = workplace.file("import.csv")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file.path)
        seconds = try workplace.run(
            settings.program, ["import", "permits", link, "--agency", settings.agency, "--data", data], name: "import"
        ).seconds
        guard let rows = Int(counted.trimmingCharacters(in: .whitespacesAndNewlines)), rows > 0 else {
            throw BenchError.failed("the sqlite3 shell imported nothing from \(file.title)")
        }
        self.rows = rows
    }
}
