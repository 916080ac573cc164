/// How much one record may be: what a file holds is not known beforehand, and memory stays flat.
struct CSVLimits: Sendable {
    var recordBytes = 1 << 20
    var fieldBytes = 1 << 16
    var fields = 1_000
    /// Read and parsed at once; the program's memory is a few of these. Never less than two records.
    var chunkBytes = 4 << 20
}
