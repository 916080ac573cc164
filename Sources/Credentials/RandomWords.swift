import Glibc

/// The kernel's own generator, four words to a system call: a page's mask takes as many, and a call for each was a hundredth of
/// the page's time. Lives no longer than what it is used for, so that no words of it lie about.
struct RandomWords: RandomNumberGenerator {
    private var words: [UInt64] = []

    mutating func next() -> UInt64 {
        if words.isEmpty { words = Self.read() }
        // Where getentropy(3) fails, the standard library has other ways, and stops rather than hand out anything weaker.
        guard let word = words.popLast() else { return UInt64.random(in: .min ... .max) }
        return word
    }

    private static func read() -> [UInt64] {
        var words: [UInt64] = [0, 0, 0, 0]
        let code = words.withUnsafeMutableBytes { getentropy($0.baseAddress, $0.count) }
        return code == 0 ? words : []
    }
}
