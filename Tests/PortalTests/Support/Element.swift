/// An element of a page and what stands in it.
struct Element: Sendable {
    indirect enum Node: Sendable {
        case element(Element)
        case text(String)
    }

    let name: String
    var attributes: [String: String] = [:]
    var children: [Node] = []

    var id: String? { attributes["id"] }

    /// Every element inside, in the page's order.
    func all(_ isWanted: (Element) -> Bool = { _ in true }) -> [Element] {
        children.flatMap { node -> [Element] in
            guard case .element(let element) = node else { return [] }
            return (isWanted(element) ? [element] : []) + element.all(isWanted)
        }
    }

    func all(_ name: String) -> [Element] { all { $0.name == name } }
    func all(class name: String) -> [Element] { all { $0.hasClass(name) } }
    func first(id: String) -> Element? { all { $0.id == id }.first }

    func hasClass(_ name: String) -> Bool {
        (attributes["class"] ?? "").split(separator: " ").contains { $0 == name }
    }

    /// What is read there, entities decoded, blanks made one.
    var text: String {
        spaced.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map { String(Substring($0)) }.joined(
            separator: " ")
    }

    private static let inline: Set = ["a", "b", "em", "span", "strong"]

    private var spaced: String {
        children.map { node in
            switch node {
            case .text(let text): text
            case .element(let element) where Self.inline.contains(element.name): element.spaced
            case .element(let element): " " + element.spaced + " "
            }
        }.joined()
    }
}
