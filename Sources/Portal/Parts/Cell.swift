import Mustache

/// One cell of a table: plain text, a link, a tag, or the button of a small form; and where there is a reason, what mends it.
/// It is made as the template takes it, at once: a dashboard has a hundred and fifty.
struct Cell: Sendable {
    struct Post: Sendable {
        let link: Link
        let fields: [(name: String, value: String)]
    }

    /// What stands below the text, or in its place.
    enum Note: Sendable {
        case text(String)
        case link(String, Link)
        case post(String, Post)
    }

    let value: Value

    init(
        _ label: String, _ text: String?, isHeader: Bool = false, isMoney: Bool = false, link: Link? = nil, tone: String? = nil,
        post: Post? = nil, note: Note? = nil
    ) {
        let text = text ?? ""
        // Nothing to click on is no link.
        let address: Value = if let link, !text.isEmpty { .text(link.address) } else { .nothing }
        value = Self.shape(
            .text(label), .flag(isHeader), .flag(isMoney), .filled(text), address, .optional(tone),
            post.map { Self.postShape(.text($0.link.address), Self.fields($0)) } ?? .nothing,
            note.map(Self.value) ?? .nothing)
    }

    private static let shape = Shape(
        "label", "isHeader", "isMoney", "text", "address", "tone", "post", "note")
    private static let postShape = Shape("address", "fields")
    private static let fieldShape = Shape("name", "value")
    private static let noteShape = Shape("words", "link", "post")
    private static let notePostShape = Shape("label", "address", "fields")
    private static let linkShape = Shape("label", "address")

    private static func value(_ note: Note) -> Value {
        switch note {
        case .text(let text): noteShape(.text(text), .nothing, .nothing)
        case .link(let label, let link): noteShape(.nothing, linkShape(.text(label), .text(link.address)), .nothing)
        case .post(let label, let post):
            noteShape(.nothing, .nothing, notePostShape(.text(label), .text(post.link.address), fields(post)))
        }
    }

    private static func fields(_ post: Post) -> Value {
        .list(post.fields.map { fieldShape(.text($0.name), .text($0.value)) })
    }
}

extension Cell {
    static func header(_ label: String, _ text: String, _ link: Link? = nil, note: Note? = nil) -> Cell {
        Cell(label, text, isHeader: true, link: link, note: note)
    }

    static func link(_ label: String, _ text: String, _ link: Link, note: Note? = nil) -> Cell {
        Cell(label, text, link: link, note: note)
    }

    static func tag(_ label: String, _ text: String, tone: String) -> Cell { Cell(label, text, tone: tone) }

    static func money(_ label: String, _ text: String, post: Post? = nil) -> Cell {
        Cell(label, text, isMoney: true, post: post)
    }
}
