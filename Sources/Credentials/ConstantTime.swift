/// Comparisons whose time tells nothing about where two secrets differ. Their lengths are not secret.
public enum ConstantTime {
    // Not inlined, so that no caller's knowledge of the operands can turn the loop into an early exit.
    @inline(never)
    public static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for index in left.indices { difference |= left[index] ^ right[index] }
        return difference == 0
    }

    /// Compares bytes of UTF-8: Swift's own `==` would also call canonically equivalent spellings equal.
    public static func equal(_ left: String, _ right: String) -> Bool {
        equal(Array(left.utf8), Array(right.utf8))
    }
}
