import SQLite

/// How the records' file and its one writer do, for whoever watches them; counted since the start.
public struct DatabaseFigures: Sendable {
    /// How often a value fell between which bounds: one count more than bounds, each of its own range only.
    public struct Spread: Sendable, Equatable {
        public let bounds: [Double]
        public let counts: [Int]
        public let sum: Double

        init(_ spread: SQLite.Spread) {
            (bounds, counts, sum) = (spread.bounds, spread.counts, spread.sum)
        }
    }

    public let commits: Int
    public let writes: Int
    /// Writes of which nothing is in the file.
    public let failures: Int
    /// Callers that wait for their answer now.
    public let waiting: Int
    /// From a write's call to its answer, when it is on disk.
    public let writeSeconds: Spread
    public let writesPerCommit: Spread
    public let fileBytes: Int
    public let logBytes: Int

    init(_ database: Database) {
        let figures = database.figures
        commits = figures.statistics.commits
        writes = figures.statistics.writes
        failures = figures.statistics.failures
        waiting = figures.statistics.waiting
        writeSeconds = Spread(figures.seconds)
        writesPerCommit = Spread(figures.writesPerCommit)
        fileBytes = database.fileBytes
        logBytes = database.logBytes
    }
}
