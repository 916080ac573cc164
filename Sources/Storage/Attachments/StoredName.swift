/// The name a file is kept under: 128 random bits as 32 hexadecimal digits. It says nothing of the file and cannot be guessed.
public struct StoredName: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    public init?(rawValue: String) {
        let isHex = rawValue.utf8.allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
        }
        guard rawValue.utf8.count == 32, isHex else { return nil }
        self.rawValue = rawValue
    }

    /// From the system's generator, getrandom(2).
    init() {
        rawValue = [UInt64.random(in: .min ... .max), .random(in: .min ... .max)].map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 16 - digits.utf8.count) + digits
        }.joined()
    }

    /// Thousands of files in one folder are slow to list: the first two digits are a folder's.
    var folder: String { String(rawValue.prefix(2)) }
}
