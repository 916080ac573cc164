import Mustache

/// A labelled choice of a file. Browsers never fill it in again.
struct FileField: Sendable {
    let name: String
    let label: String
    var hint: String?
    var error: String?
    /// Media types and endings of names, separated by commas.
    var accept: String?

    init(_ name: String, _ label: String) {
        self.name = name
        self.label = label
    }

    private static let shape = Shape(
        "name", "id", "label", "hint", "error", "isRequired", "isOptional", "accept", "isMultiple")

    var content: Value {
        Self.shape(
            .text(name), .text(name), .text(label), .optional(hint), .optional(error), .flag(true), .flag(false),
            .optional(accept),
            .flag(false))
    }
}
