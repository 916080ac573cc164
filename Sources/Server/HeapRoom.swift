import Glibc

/// How much freed memory a program that serves keeps for its next answer.
public enum HeapRoom {
    // malloc.h, which Swift's Glibc module leaves out: the names of the two options.
    private static let trimThreshold: Int32 = -1
    private static let mmapThreshold: Int32 = -3

    /// A page's thousands of small pieces are all freed at its end. By default glibc then hands their room back to the system
    /// (mallopt(3), M_TRIM_THRESHOLD), which has to clear and map it again for the next page: a third of a page's time.
    /// Called once, before the first thread. False where the C library knows no such option; then pages are only slower.
    @discardableResult
    public static func keep() -> Bool {
        guard let symbol = dlsym(nil, "mallopt") else { return false }
        let mallopt = unsafeBitCast(symbol, to: (@convention(c) (Int32, Int32) -> Int32).self)
        // Two MiB for each thread that makes pages. Fixing this also fixes from what size on memory is mapped by itself,
        // at 128 KiB, where it would otherwise adapt: so that is said too.
        return mallopt(trimThreshold, 2 << 20) == 1 && mallopt(mmapThreshold, 1 << 20) == 1
    }
}
