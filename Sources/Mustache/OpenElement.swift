/// A section, parent or block whose closing tag the parser has not met yet.
struct OpenElement {
    enum Kind { case section(Name), inverted(Name), parent(TemplateName), parameter, argument }

    let kind: Kind
    let tag: Tag
    /// What stands between its tags so far.
    var nodes: [Node] = []
    /// The blanks before its tag, if nothing else stands there on the line.
    var lead: Range<Int>?
    /// Whether nothing stands behind its tag on the line either.
    var isAlone = false
    /// For a parameter: what an argument's lines are indented by.
    var indent = 0..<0
    /// For an argument: the indentation of its first line, taken off all its lines.
    var stripped: Range<Int>?

    init(_ kind: Kind, _ tag: Tag) {
        self.kind = kind
        self.tag = tag
    }

    var isParent: Bool { if case .parent = kind { true } else { false } }
}
