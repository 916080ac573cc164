/// A cell that begins with = + - @, a tab or a return runs as a formula in a spreadsheet (OWASP, CSV injection): an apostrophe
/// before it makes it text. One more is put before apostrophes that stand before such a character already, and the import
/// takes one off, so that what is exported comes back as it was.
enum SpreadsheetGuard {
    static func needsApostrophe(_ bytes: some Sequence<UInt8>) -> Bool {
        for byte in bytes where byte != UInt8(ascii: "'") { return isDangerous(byte) }
        return false
    }

    /// How many bytes to leave off at the beginning: 1 where the export put an apostrophe, else 0.
    static func apostrophe(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard bytes.first == UInt8(ascii: "'") else { return 0 }
        return needsApostrophe(bytes) ? 1 : 0
    }

    private static func isDangerous(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
        default: false
        }
    }
}
