/// One word of the command line and what it does.
struct Subcommand: Sendable {
    let name: String
    let usage: String
    let summary: String
    let run: @Sendable ([String]) throws -> Void

    static let all = [
        ServeCommand.subcommand, DemoCommand.subcommand, ImportCommand.subcommand, ExportCommand.subcommand,
        StaffCommand.subcommand,
        PINCommand.subcommand, CheckCommand.subcommand, BackupCommand.subcommand, RestoreCommand.subcommand,
        RenderCommand.subcommand,
        RoutesCommand.subcommand, PackCommand.subcommand,
    ]

    static let overview =
        "usage: permit-portal SUBCOMMAND …\n\n"
        + all.map { "  \($0.name)\(String(repeating: " ", count: 9 - $0.name.count))\($0.summary)" }.joined(separator: "\n")
        + "\n\npermit-portal SUBCOMMAND --help tells more."

    /// Runs what the words ask for; the exit code of the whole program.
    static func run(_ words: [String]) -> Int32 {
        guard let name = words.first, name != "--help", name != "-h" else {
            Console.say(overview)
            return words.isEmpty ? 64 : 0
        }
        guard let subcommand = all.first(where: { $0.name == name }) else {
            Console.complain("permit-portal: \(name) is no subcommand\n\(overview)")
            return 64
        }
        if words.contains("--help") {
            Console.say("usage: permit-portal \(subcommand.usage)\n\n\(subcommand.summary)")
            return 0
        }
        do {
            try subcommand.run(Array(words.dropFirst()))
            return 0
        } catch {
            let cause = CommandError(error)
            Console.complain("permit-portal \(name): \(cause.message)")
            if case .usage = cause { Console.complain("usage: permit-portal \(subcommand.usage)") }
            return cause.code
        }
    }
}
