import CCrypt
import Glibc

/// The two calls into libcrypt, and what must be checked around them.
enum Yescrypt {
    static let longestSecret = Int(CRYPT_MAX_PASSPHRASE_SIZE) - 1

    /// What crypt_gensalt_rn writes for the costs 1 to 11. Only these are read back, so that a damaged or planted hash
    /// cannot ask for more memory than the dearest of them.
    private static let known = ["j75", "j85", "j7T", "j8T", "j9T", "jAT", "jBT", "jCT", "jDT", "jET", "jFT"]

    static var costs: ClosedRange<Int> { 1...known.count }

    static func parameters(cost: Int) throws(CredentialError) -> String {
        guard costs.contains(cost) else { throw .costOutOfRange(cost) }
        return known[cost - 1]
    }

    static func refusal(of secret: String) -> CredentialError? {
        let bytes = secret.utf8
        if bytes.isEmpty { return .secretEmpty }
        if bytes.contains(0) { return .secretContainsNUL }
        if bytes.count > longestSecret { return .secretTooLong(bytes: bytes.count, limit: longestSecret) }
        return nil
    }

    /// `$y$` parameters `$` salt. Given no bytes of ours, libcrypt takes the salt from the kernel.
    static func setting(cost: Int) throws(CredentialError) -> String {
        guard costs.contains(cost) else { throw .costOutOfRange(cost) }
        var output = [CChar](repeating: 0, count: Int(CRYPT_GENSALT_OUTPUT_SIZE))
        guard let setting = crypt_gensalt_rn("$y$", UInt(cost), nil, 0, &output, Int32(output.count)) else {
            throw .hashingFailed(errno: errno)
        }
        return String(cString: setting)
    }

    /// Whether this is a whole hash as crypt(5) describes it. libcrypt itself would take one whose digest is cut off as a
    /// mere setting, and the damage would pass for a wrong password.
    static func isComplete(_ hash: String) -> Bool {
        let parts = hash.utf8.split(separator: UInt8(ascii: "$"), omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1].elementsEqual("y".utf8) else { return false }
        guard known.contains(where: { $0.utf8.elementsEqual(parts[2]) }) else { return false }
        return (1...86).contains(parts[3].count) && parts[4].count == 43 && parts[3...].joined().allSatisfy(isAlphabet)
    }

    /// Everything secret lies in one block of the heap (crypt_data, 32 KiB), which is wiped before it is given back.
    static func hash(_ secret: String, setting: String) throws(CredentialError) -> String {
        let size = MemoryLayout<crypt_data>.size
        guard let input = MemoryLayout<crypt_data>.offset(of: \.input) else { throw .hashingFailed(errno: EINVAL) }
        let data = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: MemoryLayout<crypt_data>.alignment)
        data.initializeMemory(as: UInt8.self, repeating: 0, count: size)
        defer {
            explicit_bzero(data, size)
            data.deallocate()
        }
        // `refusal(of:)` has been asked: the secret and its closing NUL fit into `input`.
        let phrase = UnsafeMutableRawBufferPointer(start: data + input, count: longestSecret)
        phrase.copyBytes(from: secret.utf8.prefix(longestSecret))
        guard let output = crypt_rn(data + input, setting, data, Int32(size)) else {
            throw errno == EINVAL ? .hashMalformed : .hashingFailed(errno: errno)
        }
        return String(cString: output)
    }

    static func isAlphabet(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        default: false
        }
    }
}
