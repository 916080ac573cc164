extension AttachmentKind {
    /// How much of a file's beginning `begins` looks at.
    public static let signatureBytes = 1_024

    /// Whether a file that starts like this can be of the kind. `start` is its first `signatureBytes`, or all of a shorter one.
    public func begins(_ start: [UInt8]) -> Bool {
        switch self {
        // Readers accept a header anywhere in the first 1,024 bytes (PDF Reference 1.7, implementation note 13).
        case .pdf: Self.contains(start, Array("%PDF-".utf8))
        case .jpeg: start.starts(with: [0xFF, 0xD8, 0xFF])
        case .png: start.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        case .heic: Self.isHEIF(start)
        // Either order of bytes; 43 in the place of 42 is BigTIFF.
        case .tiff: Self.tiffs.contains { start.starts(with: $0) }
        case .dwg: Self.isDWG(start)
        // Both are ZIP archives (ECMA-376 part 2), and nothing in the first bytes tells which.
        case .docx, .xlsx: start.starts(with: [0x50, 0x4B, 0x03, 0x04])
        case .text: start.allSatisfy { $0 >= 0x20 && $0 != 0x7F || (0x09...0x0D).contains($0) }
        }
    }

    private static let tiffs: [[UInt8]] = [
        [0x49, 0x49, 42, 0], [0x4D, 0x4D, 0, 42], [0x49, 0x49, 43, 0], [0x4D, 0x4D, 0, 43],
    ]

    private static func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
        guard bytes.count >= wanted.count else { return false }
        return (0...(bytes.count - wanted.count)).contains { bytes[$0...].starts(with: wanted) }
    }

    /// A box "ftyp" whose brand is one of ISO/IEC 23008-12's.
    private static func isHEIF(_ start: [UInt8]) -> Bool {
        guard start.count >= 12, start[4..<8].elementsEqual("ftyp".utf8) else { return false }
        return ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"].contains { start[8..<12].elementsEqual($0.utf8) }
    }

    /// "AC1015" and its like: the version of AutoCAD that wrote it.
    private static func isDWG(_ start: [UInt8]) -> Bool {
        guard start.count >= 6, start.starts(with: "AC10".utf8) else { return false }
        return start[4..<6].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
