/// What lets somebody in whose telephone is lost: ten letters and digits, "JBSWY-3DPEH", fifty random bits. That is enough against
/// guessing at the door, and too little for a fast hash: codes are stored as passwords are (NIST SP 800-63B-4 §3.1.2.2).
public enum RecoveryCode {
    static let length = 10

    public static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        return make(using: &generator)
    }

    /// As it was made, whatever blanks, hyphens and small letters it was typed with; nil for what is no such code.
    public static func normalized(_ typed: String) -> String? {
        let kept = typed.uppercased().utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }
        guard kept.count == length, kept.allSatisfy(Base32.alphabet.contains) else { return nil }
        return grouped(kept)
    }

    static func make(using generator: inout some RandomNumberGenerator) -> String {
        grouped((0..<length).map { _ in Base32.alphabet[Int.random(in: 0..<Base32.alphabet.count, using: &generator)] })
    }

    private static func grouped(_ letters: [UInt8]) -> String {
        String(decoding: letters.prefix(length / 2), as: UTF8.self) + "-"
            + String(decoding: letters.suffix(length / 2), as: UTF8.self)
    }
}
