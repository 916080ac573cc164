import Mustache

/// What is wrong with a form, in the user's words, and at which field.
struct Fault: Sendable, Equatable {
    let field: String?
    let text: String

    init(_ field: String?, _ text: String) {
        self.field = field
        self.text = text
    }

    static let shape = Shape("field", "text")
    var value: Value { Self.shape(.optional(field), .text(text)) }
}

extension [Fault] {
    func text(_ field: String) -> String? { first { $0.field == field }?.text }
}
