/// A telephone number of North America, as people write it: "(910) 555-0142", "+1 910.555.0142 ext. 5".
///
/// nil where it is not ten digits of which the first and the fourth are 2 to 9, or ten of one kind: nobody's number, but what is
/// typed where none is known. The schema says the same again for its list of companies (`has_telephone`).
public struct TelephoneNumber: Sendable, Equatable {
    /// Ten digits: neither the country's nor an extension's.
    public let digits: String

    public init?(_ text: String) {
        let words = text.lowercased().replacing("ext", with: "x").utf8.prefix { $0 != UInt8(ascii: "x") }
        let marks = Array(" -.()/+".utf8)
        let digits = words.filter { !marks.contains($0) }.drop { $0 == UInt8(ascii: "1") }
        guard digits.count == 10, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            digits.contains(where: { $0 != digits.first }),
            [0, 3].allSatisfy({ digits[digits.startIndex + $0] >= UInt8(ascii: "2") })
        else { return nil }
        self.digits = String(decoding: digits, as: UTF8.self)
    }

    public var lastFour: String { String(digits.suffix(4)) }
}
