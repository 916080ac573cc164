/// Message authentication with SHA-256 (RFC 2104, FIPS 198-1).
public enum HMAC {
    public static func sha256(key: [UInt8], _ message: [UInt8]) -> [UInt8] {
        // RFC 2104 §2: a key longer than a block is hashed first, a shorter one filled up with zeros.
        var block = key.count > SHA256.blockSize ? SHA256.digest(key) : key
        block += repeatElement(0, count: SHA256.blockSize - block.count)
        var inner = SHA256()
        inner.update(block.map { $0 ^ 0x36 })
        inner.update(message)
        var outer = SHA256()
        outer.update(block.map { $0 ^ 0x5c })
        outer.update(inner.finish())
        return outer.finish()
    }

    /// Whether the tag is the message's, whole: a shortened tag is not valid.
    public static func isValid(_ tag: [UInt8], key: [UInt8], message: [UInt8]) -> Bool {
        ConstantTime.equal(tag, sha256(key: key, message))
    }
}
