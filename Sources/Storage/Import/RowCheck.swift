/// A first look over a row's bytes, eight at a time: nearly all rows are plain ASCII and need no second one.
struct RowCheck {
    private(set) var hasControls = false
    private(set) var isASCII = true

    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        let raw = UnsafeRawBufferPointer(bytes)
        let top: UInt64 = 0x8080_8080_8080_8080
        var high: UInt64 = 0
        var controls: UInt64 = 0
        var place = 0
        while place + 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            high |= word
            // The top bit of a byte borrows when the byte is less than 0x20; that of the other when it is 0x7F.
            controls |= (word &- 0x2020_2020_2020_2020) & ~word
            let deleted = word ^ 0x7F7F_7F7F_7F7F_7F7F
            controls |= (deleted &- 0x0101_0101_0101_0101) & ~deleted
            place += 8
        }
        hasControls = controls & top != 0
        isASCII = high & top == 0
        while place < raw.count {
            let byte = raw[place]
            if byte < 0x20 || byte == 0x7F { hasControls = true }
            if byte >= 0x80 { isASCII = false }
            place += 1
        }
    }

    /// Tab and line breaks are at home in texts of several lines, and what else real records have in them below the space (a vertical
    /// tab out of a word processor) is kept as it stands; only NUL never was anybody's text.
    static func isClean(_ bytes: UnsafeBufferPointer<UInt8>, allowingLines: Bool) -> Bool {
        bytes.allSatisfy { byte in
            if allowingLines { return byte != 0 }
            return byte >= 0x20 && byte != 0x7F
        }
    }
}
