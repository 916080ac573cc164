/// How far an import is. Told after each batch, when its rows are on disk.
public struct ImportProgress: Sendable, Equatable {
    public enum Stage: Sendable {
        case rows
        /// All rows are in; the search index is being built.
        case index
    }

    public let stage: Stage
    public let bytesRead: Int
    public let rows: Int
}
