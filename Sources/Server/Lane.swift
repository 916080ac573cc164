/// Where a request waits. Each lane has its own threads and its own bounded queue, so that one cannot starve the other.
public enum Lane: CaseIterable, Sendable {
    /// Pages: a few milliseconds of database and templates.
    case pages
    /// Password hashing: tens of milliseconds and tens of megabytes each, so only a few at a time.
    case passwords
    /// Taking a file in: up to seconds of copying and of waiting for the disk.
    case files
}
