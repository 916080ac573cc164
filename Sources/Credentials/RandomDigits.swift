/// Decimal digits to be typed by a person, such as a PIN: every string of that length equally likely, leading zeros included.
public enum RandomDigits {
    /// - Parameter count: At least one.
    public static func make(count: Int) -> String {
        var generator = SystemRandomNumberGenerator()
        return make(count: count, using: &generator)
    }

    static func make(count: Int, using generator: inout some RandomNumberGenerator) -> String {
        precondition(count > 0, "a PIN needs a digit")
        // The standard library draws again rather than take a remainder, so no digit is favoured.
        return (0..<count).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
    }
}
