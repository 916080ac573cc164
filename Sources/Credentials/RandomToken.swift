/// A secret handed to one browser or one letter: 256 random bits, of which only the SHA-256 is ever stored.
///
/// The bits come from `SystemRandomNumberGenerator`, which on Linux is getrandom(2): the kernel's own generator, without
/// a buffer of ours that could be read or forked, and it stops the program rather than hand out anything weaker.
public struct RandomToken: Sendable {
    /// Base64url, 43 characters: goes into a cookie or a link, never into a log or a table.
    public let text: String

    public init() {
        var generator = SystemRandomNumberGenerator()
        self.init(using: &generator)
    }

    /// Nil unless the text is written just as `text` would be: anything else was not handed out here.
    public init?(text: String) {
        guard text.utf8.count == 43, Base64URL.decode(text) != nil else { return nil }
        self.text = text
    }

    init(using generator: inout some RandomNumberGenerator) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        for _ in 0..<4 {
            let word: UInt64 = generator.next()
            for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift))) }
        }
        text = Base64URL.encode(bytes)
    }

    /// What is stored and looked up: 32 bytes, of no use to whoever reads the table. One fast hash is enough here,
    /// because there is no guessing 256 bits.
    public var hash: [UInt8] { SHA256.digest(text.utf8) }
}

extension RandomToken: CustomStringConvertible {
    /// Never the secret, so that printing a value that holds a token does not put it into a log.
    public var description: String { "RandomToken(…)" }
}
