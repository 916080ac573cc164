/// Message authentication with SHA-256 (RFC 2104, FIPS 198-1); with SHA-1 for one-time codes only.
public enum HMAC {
    public static func sha256(key: [UInt8], _ message: [UInt8]) -> [UInt8] {
        let (innerPad, outerPad) = pads(key, blockSize: SHA256.blockSize) { SHA256.digest($0) }
        var inner = SHA256()
        inner.update(innerPad)
        inner.update(message)
        var outer = SHA256()
        outer.update(outerPad)
        outer.update(inner.finish())
        return outer.finish()
    }

    /// Whether the tag is the message's, whole: a shortened tag is not valid.
    public static func isValid(_ tag: [UInt8], key: [UInt8], message: [UInt8]) -> Bool {
        ConstantTime.equal(tag, sha256(key: key, message))
    }

    static func sha1(key: [UInt8], _ message: [UInt8]) -> [UInt8] {
        let (innerPad, outerPad) = pads(key, blockSize: SHA1.blockSize, SHA1.digest)
        return SHA1.digest(outerPad + SHA1.digest(innerPad + message))
    }

    /// RFC 2104 §2: a key longer than a block is hashed first, a shorter one filled up with zeros.
    private static func pads(
        _ key: [UInt8], blockSize: Int, _ digest: ([UInt8]) -> [UInt8]
    ) -> (inner: [UInt8], outer: [UInt8]) {
        var block = key.count > blockSize ? digest(key) : key
        block += repeatElement(0, count: blockSize - block.count)
        return (block.map { $0 ^ 0x36 }, block.map { $0 ^ 0x5c })
    }
}
