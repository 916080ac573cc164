/// Passwords that are guessed first. Lists of leaked passwords are the same few things over and over: a well-known word or name,
/// as it is, in another case, with look-alikes ("p4ssw0rd"), backwards or twice, with digits and signs around it; walks over the
/// keyboard; and few characters repeated. So not a list of passwords is kept but of words (`EasyPassword+Words`), and each
/// stands for all its dressings: two thousand of them cover far more than the three thousand commonest passwords.
enum EasyPassword {
    /// Whether it is one of the commonest, as a whole. One that merely holds such a word among others is not.
    static func isCommon(_ password: String) -> Bool {
        let typed = scalars(password)
        let plain = typed.filter(isLetterOrDigit)
        if isRepeated(typed) || KeyboardWalk.fills(plain) { return true }
        return cores(of: typed, plain).contains { core in
            words.contains(core) || words.contains(String(core.reversed())) || KeyboardWalk.fills(Array(core.unicodeScalars))
        }
    }

    /// Whether it is just one of these names, or words of one that stand together, in any such dressing.
    static func isName(_ password: String, among names: [String]) -> Bool {
        let typed = scalars(password)
        let found = cores(of: typed, typed.filter(isLetterOrDigit))
        return names.flatMap(runs).contains { found.contains(folded($0)) }
    }

    private static func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.lowercased().unicodeScalars) }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }

    /// What may be meant once digits and signs are taken off the ends; how many belong to the word, nobody knows ("5ummer2024").
    private static func cores(of typed: [Unicode.Scalar], _ plain: [Unicode.Scalar]) -> Set<String> {
        var cores: Set<String> = []
        for text in [typed, plain] where text.contains(where: \.properties.isAlphabetic) {
            let leading = text.prefix { !$0.properties.isAlphabetic }.count
            let trailing = text.reversed().prefix { !$0.properties.isAlphabetic }.count
            for start in 0...leading {
                for end in 0...trailing where text.count - start - end >= shortestWord {
                    let core = folded(text[start..<(text.count - end)])
                    cores.insert(once(core))
                }
            }
        }
        return cores
    }

    private static let shortestWord = 3

    /// "testtest" is "test" twice.
    private static func once(_ core: String) -> String {
        let scalars = Array(core.unicodeScalars)
        guard let unit = unit(of: scalars), unit >= shortestWord else { return core }
        return String(String.UnicodeScalarView(scalars.prefix(unit)))
    }

    /// One or two characters, or up to four of them over and over.
    private static func isRepeated(_ text: [Unicode.Scalar]) -> Bool {
        Set(text).count <= 2 || unit(of: text).map { $0 <= 4 } ?? false
    }

    /// How long the part is of which the whole is repetitions.
    private static func unit(of text: [Unicode.Scalar]) -> Int? {
        guard text.count >= 2 else { return nil }
        return (1...text.count / 2).first { unit in
            text.count % unit == 0 && zip(text, text.dropFirst(unit)).allSatisfy { $0 == $1 }
        }
    }

    /// The name's words and every stretch of them: SECOND, STREET, SECOND STREET …
    private static func runs(_ name: String) -> [ArraySlice<Unicode.Scalar>] {
        let words = scalars(name).split { !isLetterOrDigit($0) }.prefix(12)
        return words.indices.flatMap { start in
            (start..<words.endIndex).map { end in ArraySlice(words[start...end].joined()) }
        }.filter { $0.count >= shortestWord }
    }

    /// Look-alikes made one letter, the same way in words and in passwords.
    static func folded(_ text: ArraySlice<Unicode.Scalar>) -> String {
        String(
            String.UnicodeScalarView(
                text.map { scalar in
                    switch scalar {
                    case "0": "o"
                    case "1", "!", "|", "l": "i"
                    case "3": "e"
                    case "4", "@": "a"
                    case "5", "$": "s"
                    case "7", "+": "t"
                    case "8": "b"
                    case "9": "g"
                    default: scalar
                    }
                }))
    }
}
