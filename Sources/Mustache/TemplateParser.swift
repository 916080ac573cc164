/// Turns a template's bytes into nodes in one pass, deciding on the way what stands alone on its line.
struct TemplateParser {
    /// Elements within elements; more is taken for a mistake. It also bounds the recursion of whoever walks the nodes.
    static let deepest = 200

    let source: TemplateSource
    var reader: TagReader
    var open: [OpenElement] = []
    var nodes: [Node] = []
    /// Up to here the source is dealt with.
    var position = 0

    static func parse(_ source: TemplateSource) throws(TemplateError) -> [Node] {
        var parser = TemplateParser(source: source, reader: TagReader(source: source))
        while let tag = try parser.reader.next() { try parser.take(tag) }
        parser.takeText(upTo: source.bytes.count)
        if let element = parser.open.last {
            throw source.error(
                at: source.bytes.count, found: "the end of the template",
                expected: "{{/\(element.tag.name)}} for the \(parser.described(element))")
        }
        return parser.nodes
    }

    private mutating func take(_ tag: Tag) throws(TemplateError) {
        switch tag.kind {
        case .escaped, .raw:
            takeLine(upTo: tag)
            append(.variable(try name(tag), escaped: tag.kind == .escaped, at: tag.range.lowerBound))
        case .silent:
            takeStandalone(tag)
        case .section:
            takeStandalone(tag)
            try push(OpenElement(.section(try name(tag)), tag))
        case .inverted:
            takeStandalone(tag)
            try push(OpenElement(.inverted(try name(tag)), tag))
        case .partial:
            let indent = takeStandalone(tag)
            append(.partial(try templateName(tag), indent: indent, at: tag.range.lowerBound))
        case .parent:
            try openElement(OpenElement(.parent(try templateName(tag)), tag))
        case .block:
            if open.last?.isParent == true { try openArgument(tag) } else { try openElement(OpenElement(.parameter, tag)) }
        case .close:
            try close(tag)
        }
    }

    private mutating func close(_ tag: Tag) throws(TemplateError) {
        guard let element = open.last else {
            throw source.error(
                at: tag.range.lowerBound, found: "{{/\(tag.name)}}", expected: "no closing tag, for nothing is open here")
        }
        guard element.tag.name == tag.name else {
            throw source.error(
                at: tag.range.lowerBound, found: "{{/\(tag.name)}}",
                expected: "{{/\(element.tag.name)}} for the \(described(element))")
        }
        switch element.kind {
        case .section(let name): closeSection(name, inverted: false, tag)
        case .inverted(let name): closeSection(name, inverted: true, tag)
        case .parent(let name): closeParent(name, tag)
        case .parameter: closeParameter(tag)
        case .argument: closeArgument(tag)
        }
    }

    private mutating func closeSection(_ name: Name, inverted: Bool, _ tag: Tag) {
        takeStandalone(tag)
        let element = open.removeLast()
        append(.section(name, inverted: inverted, body: element.nodes, at: element.tag.range.lowerBound))
    }

    mutating func push(_ element: OpenElement) throws(TemplateError) {
        guard open.count < Self.deepest else {
            throw source.error(
                at: element.tag.range.lowerBound, found: "\(source.text(element.tag.range)) within \(open.count) open tags",
                expected: "at most \(Self.deepest)")
        }
        open.append(element)
    }

    mutating func append(_ node: Node) {
        if open.isEmpty { nodes.append(node) } else { open[open.count - 1].nodes.append(node) }
    }

    private func name(_ tag: Tag) throws(TemplateError) -> Name {
        if let name = Name(tag.name) { return name }
        throw source.error(at: tag.range.lowerBound, found: "the name \(tag.name)", expected: "a name between its periods")
    }

    private func templateName(_ tag: Tag) throws(TemplateError) -> TemplateName {
        guard tag.name.utf8.first == UInt8(ascii: "*") else { return .fixed(tag.name) }
        if let name = Name(String(tag.name.dropFirst())) { return .dynamic(name) }
        throw source.error(at: tag.range.lowerBound, found: "the name \(tag.name)", expected: "a name behind the asterisk")
    }

    private func described(_ element: OpenElement) -> String {
        let line = source.position(of: element.tag.range.lowerBound).line
        return "\(source.text(element.tag.range)) of line \(line)"
    }
}
