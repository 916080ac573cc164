/// How the writer keeps up; counted since the database was opened.
public struct WriteFigures: Sendable {
    public internal(set) var statistics = WriteStatistics()
    /// Seconds from a write's call to its answer: the wait for the writer, the write, and the disk.
    public internal(set) var seconds = Spread([0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5])
    /// Writes that share one commit.
    public internal(set) var writesPerCommit = Spread([1, 2, 4, 8, 16, 32, 64, 128, 256])
}
