/// A name as somebody gives it for himself. It goes into mail to others, so nothing in it may pass for an address or a link.
public struct PersonName: RawRepresentable, Hashable, Sendable {
    public static let longest = 80
    public let rawValue: String

    public init?(rawValue: String) {
        let characters = Array(rawValue.unicodeScalars)
        guard (1...Self.longest).contains(characters.count), characters.contains(where: \.properties.isAlphabetic),
            !characters.contains(where: Self.isForeign), !Self.holdsHost(characters)
        else { return nil }
        self.rawValue = rawValue
    }

    private static func isForeign(_ character: Unicode.Scalar) -> Bool {
        switch character.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
        default: "@/\\:<>{}[]|\"".unicodeScalars.contains(character)
        }
    }

    /// "evil.com", which mail programs make a link of; "J.R. Smith" and "Smith Jr." are names.
    private static func holdsHost(_ characters: [Unicode.Scalar]) -> Bool {
        func isWord(_ range: Range<Int>) -> Bool {
            range.lowerBound >= 0 && range.upperBound <= characters.count
                && characters[range].allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        }
        return characters.indices.contains { index in
            characters[index] == "." && isWord(index - 2..<index) && isWord(index + 1..<index + 3)
        }
    }
}
