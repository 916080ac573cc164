import Permitting
import SQLite

/// Finds the numbers that are written as somebody typed one, but for letter case, spaces and dashes: "res 20 0045" is RES20-0045.
/// It goes down the index of numbers letter by letter, one seek for each beginning that there is: some forty for a number, in a
/// tenth of a millisecond. An index of plain numbers would find them too, and cost every import.
struct NumberWalk {
    /// No number that people type needs a tenth of it.
    private static let mostSeeks = 1_000

    private let connection: Connection
    private let wanted: [Unicode.Scalar]

    init(_ typed: String, connection: Connection) {
        self.connection = connection
        wanted = Self.plain(typed)
    }

    func find(limit: Int) throws -> [PermitNumber] {
        guard (1...PermitNumber.longest).contains(wanted.count) else { return [] }
        var found: [PermitNumber] = []
        var seeks = 0
        var beginnings: [(text: String.UnicodeScalarView, count: Int)] = [(String.UnicodeScalarView(), 0)]
        while let (text, count) = beginnings.popLast(), found.count < limit, seeks < Self.mostSeeks {
            seeks += 1
            guard let first = try first(beginningWith: String(text)) else { continue }
            if count == wanted.count {
                if Self.plain(first.rawValue) == wanted { found.append(first) }
                continue
            }
            for next in [" ", "-"] + Self.cases(wanted[count]) {
                let isSeparator = next == " " || next == "-"
                beginnings.append((text + [next], isSeparator ? count : count + 1))
            }
        }
        return found.sorted()
    }

    private func first(beginningWith text: String) throws -> PermitNumber? {
        try connection.first(
            "SELECT number FROM permits WHERE number >= ?1 AND number < ?1 || char(1114111) ORDER BY number LIMIT 1", text
        ) { try $0[0] }
    }

    /// In capitals, without what is forgiven.
    private static func plain(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.prefix(500).filter { character in
            !character.properties.isWhitespace && !character.properties.isDash && character.value >= 0x20
        }.map { cases($0)[0] }
    }

    /// The capital first. Only ASCII changes, as in SQLite's `upper`.
    private static func cases(_ character: Unicode.Scalar) -> [Unicode.Scalar] {
        switch character {
        case "a"..."z": [Unicode.Scalar(UInt8(character.value) - 0x20), character]
        case "A"..."Z": [character, Unicode.Scalar(UInt8(character.value) + 0x20)]
        default: [character]
        }
    }
}
