import Mustache

extension Value {
    /// The text, or nothing where there is none. Templates take an empty text for one that is there.
    static func optional(_ text: String?) -> Value { text.map { .text($0) } ?? .nothing }

    /// The text, or nothing where it is empty.
    static func filled(_ text: String) -> Value { text.isEmpty ? .nothing : .text(text) }
}
