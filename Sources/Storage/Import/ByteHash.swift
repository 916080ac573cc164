/// A 64-bit hash of a row's values, kept in the database to tell whether a row changed since the last import.
///
/// Multiply and fold (128-bit product, high half xor low half), sixteen bytes a step: fast and well spread, and not made to
/// resist an attacker, who could only hide a change of his own row. Never change what it gives: every stored
/// digest would read as a changed row.
struct ByteHash {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    @inline(__always)
    mutating func add(_ number: UInt64) { state = Self.fold(state ^ number, 0xE703_7ED1_A0B4_28DB) }

    /// The length goes in as well, so that "ab" + "c" and "a" + "bc" differ.
    @inline(__always)
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        add(UInt64(truncatingIfNeeded: bytes.count))
        let raw = UnsafeRawBufferPointer(bytes)
        var place = 0
        while place + 16 <= raw.count {
            let low = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            let high = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self))
            state = Self.fold(low ^ 0xA076_1D64_78BD_642F, high ^ state)
            place += 16
        }
        while place < raw.count {
            let count = min(8, raw.count - place)
            var word: UInt64 = 0
            for index in 0..<count { word |= UInt64(raw[place + index]) << UInt64(8 * index) }
            add(word)
            place += count
        }
    }

    var value: UInt64 { Self.fold(state, 0x8EBC_6AF0_9C88_C6E3) }

    @inline(__always)
    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}
