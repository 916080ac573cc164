/// How an input comes in pieces. What decides is a checksum of its bytes, so that an input shows the same each time and
/// a seed is nothing but a raw message.
struct Cutting {
    let whole: [ArraySlice<UInt8>]
    let split: [ArraySlice<UInt8>]
    let single: [ArraySlice<UInt8>]
    /// A number between 0 and 255 for other choices.
    let choice: Int

    init(_ input: [UInt8]) {
        // FNV-1a.
        var checksum: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in input { checksum = (checksum ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let place = Int(checksum >> 16 % UInt64(input.count + 1))
        whole = [input[...]]
        split = [input[..<place], input[place...]]
        single = input.indices.map { input[$0...$0] }
        choice = Int(checksum >> 8 & 255)
    }
}
