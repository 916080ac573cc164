import Foundation

extension SearchWords {
    /// Compares these words with one text after another; a search looks at thousands.
    struct Comparison {
        private let words: [String]
        private let bytes: [UInt8]
        /// The last word may go on, and others may follow it.
        private let isOpen: Bool

        init(_ words: SearchWords, isOpen: Bool) {
            self.words = words.words.map(SearchWords.folded)
            self.isOpen = isOpen
            bytes = Array(self.words.joined(separator: " ").utf8)
        }

        /// Whether the words stand, in this order, at the beginning of the text, or are all of it. Letter case, diacritics and
        /// what stands between words do not count.
        func fits(_ text: String) -> Bool {
            var text = text
            if let answer = text.withUTF8({ fits(ascii: $0) }) { return answer }
            let its = SearchWords(text).words.map(SearchWords.folded)
            guard isOpen else { return its == words }
            guard let last = words.last, its.count >= words.count else { return false }
            return its.prefix(words.count - 1).elementsEqual(words.dropLast()) && its[words.count - 1].hasPrefix(last)
        }

        /// The same byte by byte, without making words; nil when what was looked at is not all ASCII.
        private func fits(ascii text: UnsafeBufferPointer<UInt8>) -> Bool? {
            var place = 0
            var isBetween = true
            for byte in text {
                guard byte < 0x80 else { return nil }
                let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
                guard isLetter || (byte >= 0x30 && byte <= 0x39) else {
                    isBetween = true
                    continue
                }
                if isBetween && place > 0 {
                    if place == bytes.count { return isOpen }
                    guard bytes[place] == 0x20 else { return false }
                    place += 1
                }
                isBetween = false
                if place == bytes.count { return isOpen }
                guard bytes[place] == (isLetter ? byte | 0x20 : byte) else { return false }
                place += 1
            }
            return place == bytes.count
        }
    }

    static func folded(_ word: String) -> String {
        guard word.utf8.contains(where: { $0 >= 0x80 }) else { return word.lowercased() }
        let bare = word.decomposedStringWithCanonicalMapping.unicodeScalars.filter { !(0x300...0x36F).contains($0.value) }
        return String(String.UnicodeScalarView(bare)).lowercased()
    }
}
