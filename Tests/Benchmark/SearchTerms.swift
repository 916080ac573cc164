import Foundation
import SQLite

/// What visitors type into the search, taken from the records themselves: words that many permits have and words that few
/// have, beginnings, numbers.
struct SearchTerms {
    let kinds: [(name: String, terms: [String])]

    init(path: String) throws {
        let reader = try Connection(path: path, mode: .reader)
        let last: Int = try reader.first("SELECT max(id) FROM permits") { try $0[0] } ?? 0
        var counts: [String: Int] = [:]
        var numbers: [String] = []
        var pairs: [String] = []
        try reader.each(
            "SELECT number, address, description FROM permits WHERE id % ? = 0 ORDER BY id", max(1, last / 20_000)
        ) { row in
            let (number, address, description): (String, String, String) = (try row[0], try row[1], try row[2])
            let words = Self.words(address) + Self.words(description)
            for word in Set(words) { counts[word, default: 0] += 1 }
            numbers.append(number)
            if words.count > 1 { pairs.append("\(words[0]) \(words[1])") }
            return true
        }
        let byCount = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key).filter {
            $0.contains(where: \.isLetter)
        }
        let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
        kinds = [
            ("a common word", Array(byCount.prefix(50))),
            ("a rare word", Self.some(byCount.filter { counts[$0] == 1 && $0.count > 3 })),
            ("an address", Self.some(pairs)),
            ("two letters", Array(Set(byCount.prefix(1_000).map { String($0.prefix(2)) })).sorted().filter { $0.count == 2 }),
            ("one letter", letters),
            ("a number", Self.some(numbers)),
            (
                "a number's end",
                Self.some(numbers.compactMap { $0.split(separator: "-", maxSplits: 1).dropFirst().first.map(String.init) })
            ),
        ].filter { !$0.1.isEmpty }
    }

    /// Two hundred, from all over.
    private static func some(_ terms: [String]) -> [String] {
        stride(from: 0, to: terms.count, by: max(1, terms.count / 200)).prefix(200).map { terms[$0] }
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
    }

    static func address(_ term: String) -> String {
        let value = term.utf8.map { byte in
            let character = Character(Unicode.Scalar(byte))
            return character.isASCII && (character.isLetter || character.isNumber) ? String(character) : "%" + hex(byte)
        }
        return "/permits?value=" + value.joined()
    }

    private static func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }
}
