import Portal

/// Lists every route and its handler.
enum RoutesCommand {
    static let subcommand = Subcommand(name: "routes", usage: "routes", summary: "lists every route and its handler") { words in
        _ = try Arguments(words, options: [])
        for line in RouteList.lines { Console.say(line) }
    }
}
