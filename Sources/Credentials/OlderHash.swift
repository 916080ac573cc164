/// Hashes of the method that came before yescrypt on Debian, as another program may have stored them: `$6$` salt `$` digest,
/// SHA-512 at the usual 5,000 rounds (crypt(5)). They open an account once more and are then replaced. bcrypt's are not taken:
/// they forget what comes after the 72nd byte.
enum OlderHash {
    /// Whether it is whole, and asks for no more work than 5,000 rounds.
    static func isComplete(_ hash: String) -> Bool {
        let parts = hash.utf8.split(separator: UInt8(ascii: "$"), omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0].isEmpty, parts[1].elementsEqual("6".utf8) else { return false }
        return (1...16).contains(parts[2].count) && parts[3].count == 86 && parts[2...].joined().allSatisfy(Yescrypt.isAlphabet)
    }
}
