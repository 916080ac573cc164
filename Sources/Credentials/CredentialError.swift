/// Why a secret could not be hashed or a stored hash could not be read.
/// No case carries the secret or the hash, so the error may go into a log as it is.
public enum CredentialError: Error, Equatable {
    case secretEmpty
    /// C strings end at NUL: libcrypt would hash only what comes before it, without a word.
    case secretContainsNUL
    /// Counted in bytes of UTF-8, which is what libcrypt counts.
    case secretTooLong(bytes: Int, limit: Int)
    case costOutOfRange(Int)
    /// What is stored is not a complete hash made by `PasswordHash`: damage, not a wrong password.
    case hashMalformed
    /// libcrypt answered nil, for instance because it did not get its memory (ENOMEM).
    case hashingFailed(errno: Int32)
}
