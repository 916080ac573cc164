import Mustache

/// A square code that telephones read (ISO/IEC 18004): text as bytes at error level M, in the smallest version up to 10 that holds
/// it. It goes into a page as the outline of its dark squares, which is plain text: the policy allows no picture of another kind.
struct QRCode: Sendable {
    /// The light border that readers need, in squares (§6.3.8).
    static let border = 4

    /// Row by row; true is dark.
    let modules: [[Bool]]

    /// nil for text of more than 213 bytes.
    init?(_ text: String) {
        let content = Array(text.utf8)
        guard let version = QRVersion.all.first(where: { content.count <= $0.capacity }) else { return nil }
        modules = QRMatrix.best(version, codewords: QRCodewords.make(content, version))
    }

    /// With its border, in squares.
    var side: Int { modules.count + 2 * Self.border }

    /// What SVG draws: a bar for each run of dark squares.
    var path: String {
        var path = ""
        for (y, row) in modules.enumerated() {
            var x = 0
            while x < row.count {
                let length = row[x...].prefix { $0 }.count
                if length > 0 { path += "M\(x + Self.border) \(y + Self.border)h\(length)v1h-\(length)z" }
                x += max(length, 1)
            }
        }
        return path
    }

    private static let shape = Shape("side", "path")
    var value: Value { Self.shape(.text(String(side)), .text(path)) }
}
