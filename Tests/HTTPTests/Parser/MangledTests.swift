import HTTP
import Testing

/// Requests of the tables with a few bytes changed at random, always in the same way: nobody knows what they should
/// give, but it must not depend on how they were cut, and nothing may trap.
struct MangledTests {
    private static let rows =
        RequestLineTests.rows + TargetTests.rows + HostTests.rows + FieldTests.rows + FramingTests.lengths + FramingTests.codings
        + ChunkTests.sizes + ChunkTests.ends + ChunkTests.extensions + ChunkTests.trailers

    private static let telling = Array("\r\n\0 \t:;,=%\"\\/?#+-_.*0159afxAFX\u{7F}".utf8) + [0x80, 0xC3, 0xFF]

    @Test(arguments: 0..<8)
    func `a mangled request is read the same however it is cut`(seed: UInt64) {
        var random = Sequence(state: seed)
        for _ in 0..<250 {
            var bytes = Self.rows[random.below(Self.rows.count)].raw + Self.rows[random.below(Self.rows.count)].raw
            for _ in 0...random.below(3) { mangle(&bytes, &random) }
            var limits = RequestLimits()
            if random.below(3) == 0 {
                limits.requestLine = 10 + random.below(40)
                limits.headerSection = 10 + random.below(60)
                limits.body = random.below(12)
                limits.chunkLine = 2 + random.below(20)
            }
            let whole = Transcript(of: [bytes[...]], limits: limits)
            let single = Transcript(of: bytes.indices.map { bytes[$0...$0] }, limits: limits)
            let place = random.below(bytes.count + 1)
            let cut = Transcript(of: [bytes[..<place], bytes[place...]], limits: limits)
            #expect(single == whole, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
            #expect(cut == whole, "\(String(decoding: bytes, as: UTF8.self).debugDescription) cut at \(place)")
        }
    }

    private func mangle(_ bytes: inout [UInt8], _ random: inout Sequence) {
        let place = random.below(bytes.count)
        let byte = Self.telling[random.below(Self.telling.count)]
        switch random.below(4) {
        case 0: bytes.insert(byte, at: place)
        case 1: bytes.remove(at: place)
        case 2: bytes[place] = byte
        default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 6)], at: random.below(bytes.count))
        }
    }

    /// SplitMix64: the same numbers on every machine.
    private struct Sequence {
        var state: UInt64

        mutating func below(_ bound: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
        }
    }
}
