import Mustache

/// A banner above a page's content.
struct Notice: Sendable {
    enum Kind: String, Sendable { case success, info, warning, error }

    let kind: Kind
    let text: String

    static let shape = Shape("kind", "text")
    var value: Value { Self.shape(.text(kind.rawValue), .text(text)) }
}
