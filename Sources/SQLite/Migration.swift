/// One step of the schema. Once it has landed in somebody's database it is never edited: the next step mends it.
public struct Migration: Sendable {
    public let name: String
    public let script: SQL

    public init(name: String, script: SQL) {
        self.name = name
        self.script = script
    }

    /// FNV-1a, 64 bits: tells an edited script from the one that ran. It guards against mistakes, not malice.
    var checksum: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in script.text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
