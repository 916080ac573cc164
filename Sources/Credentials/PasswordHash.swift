// Credentials: what people prove themselves with, and what is stored of it.
//
// Passwords become yescrypt hashes (libcrypt, `$y$…`); tokens are 256 random bits of which only the SHA-256 is kept;
// HMAC signs what leaves the house and comes back. Comparisons of secrets go through `ConstantTime`. Nothing here
// stores, logs or mails anything, knows of accounts, or says what a good password is. Every algorithm is tested
// against its published vectors. Errors never carry a secret.

/// Passwords as yescrypt hashes, in the form of crypt(5): `$y$` parameters `$` salt `$` digest.
///
/// A hash at the default cost takes some 72 ms and 64 MiB, so at most two are computed at a time in the whole process;
/// the others wait, and callers belong on a queue of their own rather than among the pages.
/// Secrets are hashed as their bytes of UTF-8: never trimmed, cut or normalised here.
public enum PasswordHash {
    /// The longest secret in bytes: libcrypt's buffer of 512 less its closing NUL.
    public static let longestSecret = Yescrypt.longestSecret

    /// Each step up doubles time and memory: 7 takes 64 MiB, 8 takes 128 MiB.
    public static let defaultCost = 7

    /// 1 is for tests only; 11 takes a gigabyte.
    public static let costs = Yescrypt.costs

    /// A well-formed hash at that cost that no known secret matches: its digest is all zero bits, and finding a secret for it
    /// means inverting SHA-256. Verify against it when the account is unknown, and the answer takes as long.
    public static func unknown(cost: Int) throws(CredentialError) -> String {
        let salt = String(repeating: ".", count: 22)
        let digest = String(repeating: ".", count: 43)
        return "$y$\(try Yescrypt.parameters(cost: cost))$\(salt)$\(digest)"
    }

    /// Whether a hash was made by another method than new ones are, or at another cost. Once its secret is known to be right,
    /// it should be hashed anew.
    public static func isOutdated(_ hash: String, cost: Int) throws(CredentialError) -> Bool {
        !hash.hasPrefix("$y$\(try Yescrypt.parameters(cost: cost))$")
    }

    static let turns = Turns(atOnce: 2)

    /// Hashes under a fresh salt from the kernel's generator.
    public static func hash(_ secret: String, cost: Int = defaultCost) throws(CredentialError) -> String {
        if let refusal = Yescrypt.refusal(of: secret) { throw refusal }
        let setting = try Yescrypt.setting(cost: cost)
        return try turns.take { () throws(CredentialError) in try Yescrypt.hash(secret, setting: setting) }
    }

    /// Whether `hash` was made from `secret`; one that an older program made (`OlderHash`) will do. A secret that could never have been hashed is simply the wrong one;
    /// a hash that cannot be read is an error, for no password would ever open that account.
    public static func verify(_ secret: String, against hash: String) throws(CredentialError) -> Bool {
        guard Yescrypt.isComplete(hash) || OlderHash.isComplete(hash) else { throw .hashMalformed }
        guard Yescrypt.refusal(of: secret) == nil else { return false }
        let computed = try turns.take { () throws(CredentialError) in try Yescrypt.hash(secret, setting: hash) }
        return ConstantTime.equal(computed, hash)
    }
}
