/// The words of a text, as SQLite's unicode61 tokenizer finds them (sqlite.org/fts5.html#unicode61_tokenizer): runs of letters
/// and digits. What a visitor types reaches the index only as such words, each in quotes, never as query syntax.
struct SearchWords {
    /// Words beyond are left out of the search: it then finds more, never less.
    static let most = 8
    private static let longestWord = 64
    private static let longestText = 1_000

    /// Letter case and diacritics folded.
    let words: [String]

    init(_ text: String) {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(Self.longestText) {
            if Self.isDiacritic(scalar) { continue }
            if Self.isInWord(scalar) {
                if word.count < Self.longestWord { word.append(scalar) }
            } else if !word.isEmpty {
                words.append(String(word))
                word = String.UnicodeScalarView()
            }
        }
        if !word.isEmpty { words.append(String(word)) }
        self.words = words
    }

    var isEmpty: Bool { words.isEmpty }

    /// Each word as a beginning. One that begins another word of these ("st" beside "street") asks for nothing more.
    var asBeginnings: String {
        let folded = words.map { $0.lowercased() }
        var telling = folded.enumerated().filter { index, word in
            !folded.enumerated().contains { other, longer in
                other != index && longer.hasPrefix(word) && (longer != word || other < index)
            }
        }.map(\.element)
        let short = telling.filter(Self.isShort).dropFirst(Self.mostSpelledOut)
        telling.removeAll { short.contains($0) }
        var room = Self.mostSpelledOut - telling.count(where: Self.isShort)
        let terms = telling.prefix(Self.most).map { word in
            if Self.isShort(word) { return Self.spelledOut(word) }
            guard word.utf8.count > 4, room > 0, Self.isASCII(word) else { return "\"\(word)\" *" }
            room -= 1
            return Self.spelledOut(word)
        }
        return terms.joined(separator: " AND ")
    }

    /// Whole words, the last one as a beginning where `isOpen`.
    func asSequence(isOpen: Bool) -> String {
        var terms = words.map { "\"\($0)\"" }
        if isOpen, let last = words.last {
            terms[terms.count - 1] = Self.isShort(last) ? Self.spelledOut(last.lowercased()) : "\"\(last)\" *"
        }
        return terms.suffix(Self.most).joined(separator: " AND ")
    }

    /// The index has lists for beginnings of two and of four letters. Others are put together: the word itself, or the word
    /// with any letter or digit that may come next. Those lists are read only as far as needed, where the index would
    /// first merge all that begins with "r", every other permit of a city, or with "street".
    private static func spelledOut(_ word: String) -> String {
        "(\"\(word)\" OR " + nextLetters.map { "\"\(word)\($0)\" *" }.joined(separator: " OR ") + ")"
    }

    private static func isShort(_ word: String) -> Bool {
        (word.utf8.count == 1 || word.utf8.count == 3) && isASCII(word)
    }

    private static func isASCII(_ word: String) -> Bool { word.utf8.allSatisfy { $0 < 0x80 } }

    /// ASCII, into which the tokenizer folds most letters with diacritics, and what else of the Latin letters up to U+017F
    /// stands in words.
    private static let nextLetters = "abcdefghijklmnopqrstuvwxyz0123456789ªº¹²³¼½¾µßæðøþđħıĳĸŀłŉŋœŧ"
    private static let mostSpelledOut = 4

    /// ASCII goes by itself. Elsewhere Swift knows more letters than SQLite, whose tables are older: what came after
    /// Unicode 6.1 separates words there, and so it does here.
    private static func isInWord(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x80 else {
            let value = scalar.value
            return (value >= 0x30 && value <= 0x39) || (value | 0x20 >= 0x61 && value | 0x20 <= 0x7A)
        }
        guard let age = scalar.properties.age, (age.major, age.minor) <= (6, 1) else { return false }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
            .otherNumber, .privateUse:
            return true
        default: return false
        }
    }

    /// Combining marks that unicode61 leaves out of words.
    private static func isDiacritic(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x331).contains(scalar.value) }
}
