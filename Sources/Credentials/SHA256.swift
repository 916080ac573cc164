/// SHA-256 (FIPS 180-4), at once with `digest` or piece by piece with `update` and `finish`.
/// Nothing is allocated but the answer: tokens are hashed on every request.
public struct SHA256: Sendable {
    public static let digestSize = 32
    static let blockSize = 64

    /// The hash value H⁽ⁱ⁾ of §6.2; at first H⁽⁰⁾ of §5.3.3.
    private var state: InlineArray<8, UInt32> = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    /// The bytes of a block not yet full, and how many they are.
    private var pending = InlineArray<64, UInt8>(repeating: 0)
    private var pendingCount = 0
    private var byteCount: UInt64 = 0

    public init() {}

    public static func digest(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var hasher = SHA256()
        hasher.update(bytes)
        return hasher.finish()
    }

    public mutating func update(_ bytes: some Collection<UInt8>) {
        if bytes.withContiguousStorageIfAvailable({ update(UnsafeRawBufferPointer($0)) }) == nil {
            Array(bytes).withUnsafeBytes { update($0) }
        }
    }

    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        byteCount &+= UInt64(bytes.count)
        var rest = bytes[...]
        if pendingCount > 0 {
            let head = rest.prefix(Self.blockSize - pendingCount)
            append(UnsafeRawBufferPointer(rebasing: head))
            rest = rest.dropFirst(head.count)
            guard pendingCount == Self.blockSize else { return }
            compressPending()
        }
        while rest.count >= Self.blockSize {
            compress(UnsafeRawBufferPointer(rebasing: rest.prefix(Self.blockSize)))
            rest = rest.dropFirst(Self.blockSize)
        }
        append(UnsafeRawBufferPointer(rebasing: rest))
    }

    /// The digest of all bytes so far; the hasher is used up.
    public consuming func finish() -> [UInt8] {
        pad()
        return [UInt8](unsafeUninitializedCapacity: Self.digestSize) { digest, count in
            for word in 0..<8 {
                for byte in 0..<4 { digest[word * 4 + byte] = UInt8(truncatingIfNeeded: state[word] >> (24 - 8 * byte)) }
            }
            count = Self.digestSize
        }
    }

    /// §5.1.1: a one bit, zeros, and the length in bits as 64 bits at the end of a block.
    private mutating func pad() {
        let bitCount = byteCount &* 8
        pending[pendingCount] = 0x80
        pendingCount += 1
        if pendingCount > Self.blockSize - 8 {
            for index in pendingCount..<Self.blockSize { pending[index] = 0 }
            compressPending()
        }
        for index in pendingCount..<(Self.blockSize - 8) { pending[index] = 0 }
        for index in 0..<8 { pending[Self.blockSize - 8 + index] = UInt8(truncatingIfNeeded: bitCount >> UInt64(56 - 8 * index)) }
        compressPending()
    }

    private mutating func append(_ bytes: UnsafeRawBufferPointer) {
        for byte in bytes {
            pending[pendingCount] = byte
            pendingCount += 1
        }
    }

    private mutating func compressPending() {
        let block = pending
        block.span.withUnsafeBytes { compress($0) }
        pendingCount = 0
    }

    /// §6.2.2, steps 1 to 4, on one block of 64 bytes.
    private mutating func compress(_ block: UnsafeRawBufferPointer) {
        var schedule = InlineArray<64, UInt32>(repeating: 0)
        for t in 0..<16 { schedule[t] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: t * 4, as: UInt32.self)) }
        for t in 16..<64 {
            let (early, late) = (schedule[t - 15], schedule[t - 2])
            let sigma0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >> 3)
            let sigma1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >> 10)
            schedule[t] = schedule[t - 16] &+ sigma0 &+ schedule[t - 7] &+ sigma1
        }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for t in 0..<64 {
            let choice = (e & f) ^ (~e & g)
            let majority = (a & b) ^ (a & c) ^ (b & c)
            let sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
            let sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
            let first = h &+ sum1 &+ choice &+ Self.constants[t] &+ schedule[t]
            (h, g, f, e) = (g, f, e, d &+ first)
            (d, c, b, a) = (c, b, a, first &+ sum0 &+ majority)
        }
        state[0] &+= a
        state[1] &+= b
        state[2] &+= c
        state[3] &+= d
        state[4] &+= e
        state[5] &+= f
        state[6] &+= g
        state[7] &+= h
    }

    @inline(__always)
    private func rotate(_ word: UInt32, _ bits: UInt32) -> UInt32 { (word >> bits) | (word << (32 - bits)) }

    /// §4.2.2: the first 32 bits of the fractions of the cube roots of the first 64 primes.
    private static let constants: InlineArray<64, UInt32> = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}
