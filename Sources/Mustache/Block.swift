/// A `{{$name}}…{{/name}}`: outside of a parent tag a parameter with its default, directly within one an argument.
final class Block: Sendable, Hashable {
    let name: String
    let body: [Node]
    /// A parameter with nothing else on the lines of its tags: an argument takes the whole lines' place,
    let isStandalone: Bool
    /// indented by this,
    let indent: Range<Int>
    /// and ended by this if its own last line has no end.
    let lineEnd: Range<Int>
    /// An argument whose last line has its end, because its closing tag stands on a line below it.
    let isComplete: Bool

    init(name: String, body: [Node], isStandalone: Bool, indent: Range<Int>, lineEnd: Range<Int>, isComplete: Bool) {
        self.name = name
        self.body = body
        self.isStandalone = isStandalone
        self.indent = indent
        self.lineEnd = lineEnd
        self.isComplete = isComplete
    }

    static func == (one: Block, other: Block) -> Bool { one === other }

    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
