/// The name a file came with. People read it and save the file under it; where the file is kept here has nothing to do with it.
public struct AttachmentName: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// Bytes. File systems end at 255, and browsers add " (1)" of their own.
    public static let longest = 200

    public let rawValue: String
    public var description: String { rawValue }

    /// Nil unless the text is a name as `init(given:)` makes them.
    public init?(rawValue: String) {
        guard let name = AttachmentName(given: rawValue), name.rawValue == rawValue else { return nil }
        self = name
    }

    /// What a browser says the file is called, without what has no place in a name: folders before it, characters that nobody
    /// sees (U+202E makes "exe.pdf" of "fdp.exe"), dots that hide it. One that is too long loses its middle, not its end.
    /// Nil where nothing is left.
    public init?(given: String) {
        var scalars = given.unicodeScalars[...]
        if let slash = scalars.lastIndex(where: { $0 == "/" || $0 == "\\" }) { scalars = scalars[scalars.index(after: slash)...] }
        let visible = scalars.filter { !Self.isInvisible($0) }
        let text = String(String.UnicodeScalarView(visible))
        let trimmed = text.drop { $0 == "." || $0.isWhitespace }.reversed().drop { $0 == "." || $0.isWhitespace }.reversed()
        guard !trimmed.isEmpty else { return nil }
        rawValue = Self.shortened(String(trimmed))
    }

    /// What stands after the last dot, in small letters; nil where there is none.
    public var fileExtension: String? {
        guard let dot = rawValue.lastIndex(of: ".") else { return nil }
        return rawValue[rawValue.index(after: dot)...].lowercased()
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    private static func shortened(_ name: String) -> String {
        guard name.utf8.count > longest else { return name }
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        let ending = name[dot...].utf8.count <= 20 ? name[dot...] : ""
        var stem = name[..<(ending.isEmpty ? name.endIndex : dot)]
        while stem.utf8.count + ending.utf8.count + 3 > longest { stem.removeLast() }
        return stem + "…" + ending
    }
}
