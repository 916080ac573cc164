import Mustache

/// A labelled select of a form.
struct Choice: Sendable {
    struct Option: Sendable {
        let value: String
        let label: String
    }

    let name: String
    let label: String
    let options: [Option]
    var selected = ""
    var hint: String?
    var error: String?
    var isRequired = true
    /// The first, empty option; nil where something is always chosen.
    var prompt: String?

    private static let shape = Shape(
        "name", "id", "label", "hint", "error", "isRequired", "isOptional", "autocomplete", "options")
    private static let optionShape = Shape("value", "label", "isSelected")

    var content: Value {
        let all = (prompt.map { [Option(value: "", label: $0)] } ?? []) + options
        return Self.shape(
            .text(name), .text(name), .text(label), .optional(hint), .optional(error), .flag(isRequired), .flag(false), .nothing,
            .list(all.map { Self.optionShape(.text($0.value), .text($0.label), .flag($0.value == selected)) }))
    }
}
