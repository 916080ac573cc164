import Foundation
import TestSupport

/// Permits that nobody was ever given, in the shape of a large city's: the same columns, statuses in the same proportions, a
/// long tail of contractors of whom one has some twenty thousand, descriptions of words from common to rare. The same in every
/// run.
struct SampleFile {
    let rows: Int
    private var dice = SeededGenerator(seed: 1_980)
    private let vocabulary: [String]
    private let names: [String]

    private static let columns =
        "PermitNum,PermitType,WorkClass,Description,IssuedDate,StatusCurrent,OriginalAddress1,OriginalCity,OriginalState,"
        + "OriginalZip,Latitude,Longitude,EstProjectCost,TotalSqFt,HousingUnits,ContractorCompanyName\r\n"
    private static let trades = ["BP", "EP", "MP", "PP", "DS"]
    private static let types = [
        "Residential", "R- 101 Single Family Houses", "C-1000 Commercial Remodel", "Commercial", "R- 435 Renovations/Remodel",
        "R- 434 Addition & Alterations", "Res. Driveway & Sidewalk", "", "Sign Permit", "R- 103 Two Family Bldgs",
    ]
    private static let works = ["New", "Remodel", "Addition", "Repair", "Upgrade", "Change Out", "Demolition"]
    private static let streets = ["St", "Dr", "Ln", "Ave", "Rd", "Cv", "Blvd", "Way"]
    /// Per thousand.
    private static let statuses = [
        ("Final", 808), ("VOID", 85), ("Expired", 65), ("Active", 37), ("Withdrawn", 5),
    ]
    private static let common = [
        "new", "residential", "remodel", "replace", "install", "single", "family", "residence", "garage", "electrical",
        "plumbing",
        "mechanical", "addition", "kitchen", "bath", "water", "heater", "roof", "deck", "fence", "pool", "sign", "service",
        "panel",
        "change", "out", "to", "and", "for", "existing", "interior", "exterior", "covered", "patio", "office", "building",
        "repair",
    ]

    init(rows: Int) {
        self.rows = rows
        var dice = SeededGenerator(seed: 30)
        let made = (0..<30_000).map { _ in Self.word(&dice) }
        vocabulary = Self.common + made
        names = (0..<3_000).map { _ in Self.word(&dice).capitalized }
    }

    func write(to handle: FileHandle) throws {
        var sample = self
        var text = Self.columns
        text.reserveCapacity(1 << 20)
        for row in 0..<rows {
            sample.append(row, to: &text)
            if text.utf8.count > 1 << 19 {
                try handle.write(contentsOf: Data(text.utf8))
                text.removeAll(keepingCapacity: true)
            }
        }
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
    }

    private mutating func append(_ row: Int, to text: inout String) {
        let year = 1980 + row * 45 / rows
        let number = String(1_000_000 + row / Self.trades.count).dropFirst()
        text += "\(year)-\(number) \(Self.trades[row % Self.trades.count]),\(pick(Self.types)),\(pick(Self.works)),\""
        for place in 0..<6 + below(8) { text += (place == 0 ? "" : " ") + vocabulary[skewed(vocabulary.count, head: 6)] }
        text += "\",\(year)-\(twoDigits(1 + below(12)))-\(twoDigits(1 + below(28))),\(status()),"
        text +=
            "\(100 + below(12_000)) \(names[skewed(names.count, head: 40)]) \(pick(Self.streets)),AUSTIN,TX,787\(twoDigits(below(60))),"
        text += "30.\(100_000 + below(400_000)),-97.\(500_000 + below(400_000)),\(below(4) == 0 ? String(below(90_000)) : ""),"
        text += "\(below(3) == 0 ? String(below(6_000)) : ""),\(below(2)),"
        if below(100) < 46 { text += "Contractor \(String(1_000_000 + skewed(40_000, head: 3.5)).dropFirst())" }
        text += "\r\n"
    }

    private mutating func below(_ limit: Int) -> Int { Int(dice.next() % UInt64(limit)) }

    private mutating func pick(_ words: [String]) -> String { words[below(words.count)] }

    private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    private mutating func status() -> String {
        var point = below(1_000)
        return Self.statuses.first {
            point -= $0.1; return point < 0
        }?.0 ?? "Final"
    }

    /// A number below the limit, small ones far oftener (Zipf): the larger the head, the less the first stand out.
    private mutating func skewed(_ limit: Int, head: Double) -> Int {
        let point = Double(dice.next() >> 11) / Double(1 << 53)
        return min(limit - 1, Int(head * (pow((Double(limit) + head) / head, point) - 1)))
    }

    private static func word(_ dice: inout SeededGenerator) -> String {
        let (heads, vowels) = (Array("bcdfghklmnprstvw"), Array("aeiou"))
        return String(
            (0..<2 + Int(dice.next() % 3)).flatMap { _ -> [Character] in
                [heads[Int(dice.next() % 16)], vowels[Int(dice.next() % 5)]]
            })
    }
}
