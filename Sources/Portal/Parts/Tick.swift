import Mustache

/// A labelled tick box of a form; what it sends when ticked is "yes".
struct Tick: Sendable {
    let name: String
    let label: String
    let isChecked: Bool
    var hint: String?

    init(_ name: String, _ label: String, isChecked: Bool) {
        self.name = name
        self.label = label
        self.isChecked = isChecked
    }

    private static let shape = Shape("id", "name", "value", "label", "hint", "error", "isRequired", "isChecked")
    var value: Value {
        Self.shape(
            .text(name), .text(name), "yes", .text(label), .optional(hint), .nothing, false, .flag(isChecked))
    }
}
