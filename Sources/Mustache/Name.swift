/// A name as a tag writes it: `.`, `address` or `permit.address.street`, as numbers.
struct Name: Sendable {
    /// Of the part that is looked for in the context stack; `Name.top` for `.`.
    let first: Int32
    /// Of the parts behind the first period, each looked for in what the part before it named.
    let rest: [Int32]

    static let top: Int32 = -1

    /// Nil when a part is empty, as in `a..b`.
    init?(_ text: String) {
        if text == "." {
            self.init(first: Name.top)
            return
        }
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        let numbers = parts.map { NameTable.number(of: String(Substring($0))) }
        guard let first = numbers.first else { return nil }
        self.init(first: first, rest: Array(numbers.dropFirst()))
    }

    var text: String {
        first == Name.top ? "." : ([first] + rest).map(NameTable.text).joined(separator: ".")
    }

    init(first: Int32, rest: [Int32] = []) {
        self.first = first
        self.rest = rest
    }
}
