import HTTP

/// A form as it stands on a page, filled in by its labels. What a browser would not let anybody type or choose is an error.
struct FormOnPage {
    struct Control {
        let name: String
        let label: String
        let kind: String
        var value: String
        var isSent = true
        var options: [(value: String, label: String)] = []
    }

    struct Button {
        let label: String
        let name: String?
        let value: String
    }

    enum Mistake: Error {
        case noControl(String)
        case noOption(String, of: String)
        case noButton(String)
    }

    let action: String
    let method: String
    private(set) var controls: [Control]
    let buttons: [Button]

    init(_ form: Element) {
        action = form.attributes["action"] ?? ""
        method = form.attributes["method"] ?? "get"
        let pairs = form.all("label").map { label in
            (label.attributes["for"] ?? label.all("input").first?.attributes["value"] ?? "", Self.plain(label.text))
        }
        let labels = Dictionary(pairs) { first, _ in first }
        controls = form.all { ["input", "select", "textarea"].contains($0.name) }.map { Self.control($0, labels) }
        buttons = form.all("button").map {
            Button(label: $0.text, name: $0.attributes["name"], value: $0.attributes["value"] ?? "")
        }
    }

    subscript(_ label: String) -> Control? { controls.first { $0.label == label || $0.name == label } }

    mutating func type(_ text: String, in label: String) throws {
        guard let index = controls.firstIndex(where: { ($0.label == label || $0.name == label) && $0.kind != "select" }) else {
            throw Mistake.noControl(label)
        }
        controls[index].value = text
    }

    mutating func choose(_ option: String, in label: String) throws {
        guard let index = controls.firstIndex(where: { ($0.label == label || $0.name == label) && $0.kind == "select" }) else {
            throw Mistake.noControl(label)
        }
        guard let found = controls[index].options.first(where: { $0.label == option }) else {
            throw Mistake.noOption(option, of: label)
        }
        controls[index].value = found.value
    }

    /// One of several radios, by the beginning of its words.
    mutating func pick(_ words: String) throws {
        guard let chosen = controls.first(where: { $0.kind == "radio" && $0.label.hasPrefix(words) }) else {
            throw Mistake.noControl(words)
        }
        for index in controls.indices where controls[index].kind == "radio" && controls[index].name == chosen.name {
            controls[index].isSent = controls[index].value == chosen.value
        }
    }

    mutating func tick(_ value: String, _ isTicked: Bool) throws {
        guard let index = controls.firstIndex(where: { $0.kind == "checkbox" && $0.value == value }) else {
            throw Mistake.noControl(value)
        }
        controls[index].isSent = isTicked
    }

    /// As with a browser's tools: sets a field that nobody can see, or adds one.
    mutating func forge(_ name: String, _ value: String) {
        let isThere = controls.contains { $0.name == name }
        for index in controls.indices where controls[index].name == name {
            (controls[index].value, controls[index].isSent) = (value, true)
        }
        if !isThere { controls.append(Control(name: name, label: "", kind: "hidden", value: value)) }
    }

    func fields(pressing label: String) throws -> [(String, String)] {
        guard let button = buttons.first(where: { $0.label == label }) else { throw Mistake.noButton(label) }
        let typed = controls.filter { $0.isSent && !$0.name.isEmpty }.map { ($0.name, $0.value) }
        return typed + (button.name.map { [($0, button.value)] } ?? [])
    }

    private static func control(_ element: Element, _ labels: [String: String]) -> Control {
        let attributes = element.attributes
        let kind = element.name == "input" ? attributes["type"] ?? "text" : element.name
        let value = attributes["value"] ?? (element.name == "textarea" ? Self.content(element) : "")
        let label = labels[attributes["id"] ?? value] ?? ""
        var control = Control(name: attributes["name"] ?? "", label: label, kind: kind, value: value)
        if kind == "checkbox" || kind == "radio" { control.isSent = attributes["checked"] != nil }
        guard kind == "select" else { return control }
        let options = element.all("option")
        control.options = options.map { ($0.attributes["value"] ?? $0.text, $0.text) }
        let chosen = options.firstIndex { $0.attributes["selected"] != nil } ?? 0
        if control.options.indices.contains(chosen) { control.value = control.options[chosen].value }
        return control
    }

    private static func content(_ element: Element) -> String {
        element.children.map { if case .text(let text) = $0 { text } else { "" } }.joined()
    }

    /// "* Password" and "Fax (optional)" without the marks.
    private static func plain(_ label: String) -> String {
        label.replacing("* ", with: "").replacing(" (optional)", with: "")
    }
}
