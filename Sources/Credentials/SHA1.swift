/// SHA-1 (FIPS 180-4 §6.1), for one-time codes only: the programs on people's telephones know hardly another (RFC 6238 §1.2). As
/// part of an HMAC it still holds; for nothing else in this house is it good enough.
enum SHA1 {
    static let blockSize = 64

    static func digest(_ message: [UInt8]) -> [UInt8] {
        var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
        let padded = padded(message)
        for start in stride(from: 0, to: padded.count, by: blockSize) {
            compress(padded[start..<start + blockSize], into: &state)
        }
        return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } }
    }

    /// §5.1.1: a one bit, zeros, and the length in bits as 64 bits at the end of a block.
    private static func padded(_ message: [UInt8]) -> [UInt8] {
        var bytes = message + [0x80]
        while bytes.count % blockSize != blockSize - 8 { bytes.append(0) }
        let bitCount = UInt64(message.count) &* 8
        return bytes + (0..<8).map { UInt8(truncatingIfNeeded: bitCount >> UInt64(56 - 8 * $0)) }
    }

    /// §6.1.2, steps 1 to 4.
    private static func compress(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
        var schedule = (0..<16).map { word in
            (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(block[block.startIndex + word * 4 + $1]) }
        }
        for t in 16..<80 {
            schedule.append(rotate(schedule[t - 3] ^ schedule[t - 8] ^ schedule[t - 14] ^ schedule[t - 16], 1))
        }
        var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
        for t in 0..<80 {
            let (function, constant) = round(t, b, c, d)
            let next = rotate(a, 5) &+ function &+ e &+ constant &+ schedule[t]
            (e, d, c, b, a) = (d, c, rotate(b, 30), a, next)
        }
        for (index, word) in [a, b, c, d, e].enumerated() { state[index] &+= word }
    }

    /// §4.1.1 and §4.2.1.
    private static func round(_ t: Int, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> (function: UInt32, constant: UInt32) {
        switch t {
        case 0..<20: ((b & c) ^ (~b & d), 0x5a82_7999)
        case 20..<40: (b ^ c ^ d, 0x6ed9_eba1)
        case 40..<60: ((b & c) ^ (b & d) ^ (c & d), 0x8f1b_bcdc)
        default: (b ^ c ^ d, 0xca62_c1d6)
        }
    }

    private static func rotate(_ word: UInt32, _ bits: UInt32) -> UInt32 { (word << bits) | (word >> (32 - bits)) }
}
