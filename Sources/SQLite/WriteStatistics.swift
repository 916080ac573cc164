/// How well writes share their commits; counted since the database was opened.
public struct WriteStatistics: Sendable, Equatable {
    /// Transactions that were committed for writes.
    public internal(set) var commits = 0
    /// Writes that are in those commits. The quotient is the writes per commit.
    public internal(set) var writes = 0
    /// Writes that threw or could not be committed; nothing of them is in the file.
    public internal(set) var failures = 0
    /// Callers that are waiting for their answer now, bulk jobs included.
    public internal(set) var waiting = 0
}
