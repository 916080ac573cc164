/// A parsed template: what stands in it, in order. Ranges and offsets are into its source.
enum Node: Sendable {
    /// Text of at most one line. Where a line of the source begins, the indentation of its place is put before it.
    case text(Range<Int>, startsLine: Bool)
    case variable(Name, escaped: Bool, at: Int)
    case section(Name, inverted: Bool, body: [Node], at: Int)
    /// `indent` is what stands before a partial that is alone on its line; nil within a line.
    case partial(TemplateName, indent: Range<Int>?, at: Int)
    case parent(TemplateName, indent: Range<Int>?, arguments: [Block], at: Int)
    case block(Block)
}
