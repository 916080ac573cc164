/// The bytes that a square code is drawn from: content, filling and error correction, in the order in which they are placed
/// (ISO/IEC 18004 §7.4 to §7.6).
enum QRCodewords {
    static func make(_ content: [UInt8], _ version: QRVersion) -> [UInt8] {
        let blocks = split(data(content, version), into: version.blocks)
        let corrections = blocks.map { ReedSolomon.correction(of: $0, count: version.correctionCodewords) }
        return interleaved(blocks) + interleaved(corrections)
    }

    /// Mode "byte", the length, the content, a terminator, and 236 and 17 in turn up to the version's size.
    static func data(_ content: [UInt8], _ version: QRVersion) -> [UInt8] {
        var bits: [Bool] = []
        func append(_ value: Int, _ count: Int) {
            for shift in stride(from: count - 1, through: 0, by: -1) { bits.append(value >> shift & 1 == 1) }
        }
        append(0b0100, 4)
        append(content.count, version.lengthBits)
        for byte in content { append(Int(byte), 8) }
        append(0, min(4, version.dataCodewords * 8 - bits.count))
        append(0, (8 - bits.count % 8) % 8)
        var bytes = stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
        var filling: UInt8 = 236
        while bytes.count < version.dataCodewords {
            bytes.append(filling)
            filling ^= 236 ^ 17
        }
        return bytes
    }

    /// Where they are not all of one length, the shorter blocks stand first (§7.5.1).
    static func split(_ data: [UInt8], into count: Int) -> [[UInt8]] {
        let (length, longer) = data.count.quotientAndRemainder(dividingBy: count)
        var start = 0
        return (0..<count).map { index in
            let end = start + length + (index >= count - longer ? 1 : 0)
            defer { start = end }
            return Array(data[start..<end])
        }
    }

    private static func interleaved(_ blocks: [[UInt8]]) -> [UInt8] {
        let longest = blocks.map(\.count).max() ?? 0
        return (0..<longest).flatMap { index in blocks.compactMap { index < $0.count ? $0[index] : nil } }
    }
}
