extension Surroundings {
    var figures: ServerFigures {
        let routes = tallies.map(\.routes)
        return ServerFigures(
            connections: connectionFigures, countedClients: clients.count,
            routes: routes.dropFirst().reduce(routes[0]) { sum, next in zip(sum, next).map(+) },
            contentBytes: tallies.reduce(0) { $0 + $1.contentBytes },
            lanes: Lane.allCases.map { pool.figures(of: $0, workers: configuration.workers(in: $0)) })
    }
}
