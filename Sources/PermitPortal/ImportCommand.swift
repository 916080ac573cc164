import Foundation
import Permitting
import Storage

/// Takes an office's permits from a file with BLDS columns.
enum ImportCommand {
    static let subcommand = Subcommand(
        name: "import", usage: "import permits FILE --agency FILE [--data DIR] [--map MAP.json]",
        summary: "takes permits from a CSV file with BLDS columns; - reads standard input", run: run)

    @Sendable private static func run(_ words: [String]) throws {
        let arguments = try Arguments(words, options: ["--agency", "--data", "--map"], plain: 2...2)
        let (kind, file) = (arguments.plain[0], arguments.plain[1])
        guard kind == "permits" else { throw CommandError.usage("\(kind) cannot be imported; permits can") }
        let map = try arguments.value("--map").map { path in
            guard let json = FileManager.default.contents(atPath: path) else {
                throw CommandError.inputOutput("\(path) cannot be read")
            }
            return try ColumnMap(json: json)
        }
        let descriptor = file == "-" ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw CommandError.inputOutput("\(file) cannot be read: \(String(cString: strerror(errno)))")
        }
        defer { if file != "-" { close(descriptor) } }
        let office = try Office(arguments)
        defer { office.database.close() }
        let rejects = file == "-" ? "permits.rejects.csv" : file + ".rejects.csv"
        let bar = ProgressBar(total: file == "-" ? nil : Self.size(descriptor), unit: "rows")
        let report = try PermitImport(database: office.database, agency: office.agency).run(
            descriptor: descriptor, map: map ?? .none, rejects: rejects
        ) { progress in
            switch progress.stage {
            case .rows: bar.show(done: progress.bytesRead, count: progress.rows)
            case .index: bar.say("making the search index of \(progress.rows) rows")
            }
        }
        bar.end()
        tell(report, rejects: rejects)
    }

    private static func size(_ descriptor: Int32) -> Int? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    private static func tell(_ report: ImportReport, rejects: String) {
        Console.say(
            "\(report.rowsRead) rows read: \(report.new) new, \(report.updated) updated, \(report.unchanged) unchanged, \(report.rejected) rejected"
        )
        if report.rejected > 0 { Console.say("The rejected rows are in \(rejects), each with its line and the reason.") }
        if !report.unknownColumns.isEmpty {
            Console.say("Columns that are not kept: \(report.unknownColumns.joined(separator: ", "))")
        }
        guard !report.unmappedWords.isEmpty else { return }
        Console.say("Status words that the agency file does not map (shown as they stand, never active):")
        for word in report.unmappedWords { Console.say("  \(word.rows)  \(word.word.isEmpty ? "(empty)" : word.word)") }
    }
}
