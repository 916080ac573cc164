import Mustache

/// A labelled input of a form. Passwords are never filled in again.
struct Field: Sendable {
    enum Need: Sendable { case required, optional, locked, plain }

    let name: String
    let label: String
    var type = "text"
    var value = ""
    var hint: String?
    var error: String?
    var need = Need.required
    var autocomplete: String?
    var inputmode: String?
    var maxlength: Int?
    var size: String?

    init(_ name: String, _ label: String) {
        self.name = name
        self.label = label
    }

    private static let shape = Shape(
        "name", "id", "label", "type", "value", "hint", "error", "isRequired", "isOptional", "autocomplete", "inputmode",
        "maxlength",
        "isLocked", "size")

    var content: Value {
        Self.shape(
            .text(name), .text(name), .text(label), .text(type), type == "password" ? .nothing : .filled(value), .optional(hint),
            .optional(error), .flag(need == .required), .flag(need == .optional), .optional(autocomplete), .optional(inputmode),
            .optional(maxlength.map(String.init)), .flag(need == .locked), .optional(size))
    }
}
