/// A share in hundredths of a percent: 3 % is 300.
public struct Percentage: Hashable, Sendable {
    public let basisPoints: Int

    public init(basisPoints: Int) { self.basisPoints = basisPoints }

    /// Reads "3", "2.5" or "12.75".
    public init?(text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ Self.areDigits($0) }), let whole = Int(parts[0]) else {
            return nil
        }
        var hundredths = 0
        if parts.count == 2 {
            guard parts[1].utf8.count <= 2, let decimals = Int(parts[1]) else { return nil }
            hundredths = parts[1].utf8.count == 1 ? decimals * 10 : decimals
        }
        guard whole <= 100 else { return nil }
        self.init(basisPoints: whole * 100 + hundredths)
    }

    /// Rounded half up to the cent: 3 % of $1,023.98 is $30.72.
    public func of(_ amount: Money) -> Money {
        Money(cents: (amount.cents * basisPoints + 5_000) / 10_000)
    }

    private static func areDigits(_ text: Substring) -> Bool {
        (1...4).contains(text.utf8.count) && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
