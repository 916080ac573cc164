/// The words after a subcommand's name: plain ones in order, options by name.
struct Arguments {
    let plain: [String]
    private let values: [String: String]
    private let flags: Set<String>

    /// `options` take a value, `flags` take none; any other word that begins with a dash is refused. "-" alone is a plain word.
    init(_ words: [String], options: Set<String>, flags: Set<String> = [], plain range: ClosedRange<Int> = 0...0) throws {
        var plain: [String] = []
        var values: [String: String] = [:]
        var found: Set<String> = []
        var rest = words[...]
        while let word = rest.popFirst() {
            if flags.contains(word) {
                found.insert(word)
            } else if options.contains(word) {
                guard let value = rest.popFirst() else { throw CommandError.usage("\(word) needs a value") }
                guard values.updateValue(value, forKey: word) == nil else { throw CommandError.usage("\(word) is given twice") }
            } else if word.hasPrefix("-") && word != "-" {
                throw CommandError.usage("\(word) is not known here")
            } else {
                plain.append(word)
            }
        }
        guard range.contains(plain.count) else {
            throw CommandError.usage(
                plain.count < range.lowerBound ? "something is missing" : "\(plain[range.upperBound]) is one word too many")
        }
        self.plain = plain
        self.values = values
        self.flags = found
    }

    func value(_ option: String) -> String? { values[option] }
    func has(_ flag: String) -> Bool { flags.contains(flag) }

    func required(_ option: String) throws -> String {
        guard let value = values[option] else { throw CommandError.usage("\(option) is needed") }
        return value
    }
}
