import Permitting

/// One header of a mail, folded at blanks so that its lines have at most 78 characters (RFC 5322 §2.1.1).
struct HeaderLine {
    private static let longestLine = 78

    let name: String
    /// What must not be broken apart.
    private let words: [String]

    init(_ name: String, words: [String]) {
        self.name = name
        self.words = words
    }

    /// Text as it may be typed by people. Plain ASCII stays as it is; what would be too long for a line, or look like an encoded
    /// word, is encoded.
    init(_ name: String, text: String) {
        let plain = text.split(separator: " ").map(String.init)
        let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
        let fits = plain.allSatisfy { $0.utf8.count < Self.longestLine - name.utf8.count - 2 }
        self.init(name, words: isPlain && fits ? plain : EncodedWord.words(text, in: name))
    }

    init(_ name: String, mailbox: Mailbox) {
        self.init(name, words: Self.phrase(mailbox.name, in: name) + ["<\(mailbox.address)>"])
    }

    var text: String {
        var lines = name + ":"
        var length = lines.utf8.count
        for (index, word) in words.enumerated() {
            // The first line must not be the name alone: some programs take it for an empty header.
            if index > 0 && length + 1 + word.utf8.count > Self.longestLine {
                lines += "\r\n"
                length = 0
            }
            lines += " " + word
            length += 1 + word.utf8.count
        }
        return lines + "\r\n"
    }

    /// A display name: as it is where it is atoms, quoted where it is other ASCII, encoded otherwise (RFC 5322 §3.2.5).
    private static func phrase(_ name: String, in header: String) -> [String] {
        if name.isEmpty { return [] }
        guard name.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), name.utf8.count <= 60, !name.contains("=?") else {
            return EncodedWord.words(name, in: header)
        }
        let isAtoms = name.utf8.allSatisfy { !"()<>[]:;@\\,.\"".utf8.contains($0) }
        if isAtoms { return name.split(separator: " ").map(String.init) }
        return ["\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""]
    }
}
