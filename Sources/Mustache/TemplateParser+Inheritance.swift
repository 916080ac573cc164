/// Parents and blocks (the specification's inheritance module). Such an element stands alone if nothing stands before its
/// opening tag and nothing behind its closing tag on their lines; the two need not be on lines of their own.
extension TemplateParser {
    /// A parent or a parameter. Whether the blanks before it are indentation, its closing tag will tell.
    mutating func openElement(_ opened: OpenElement) throws(TemplateError) {
        var element = opened
        let tag = element.tag.range
        guard let start = source.lineStart(before: tag.lowerBound) else {
            takeLine(upTo: element.tag)
            return try push(element)
        }
        takeText(upTo: start)
        let lead = unstripped(start..<tag.lowerBound)
        element.lead = lead
        element.indent = lead
        position = tag.upperBound
        if let lineEnd = source.lineEnd(after: tag.upperBound) {
            element.isAlone = true
            element.indent = unstripped(lineEnd.upperBound..<source.endOfBlanks(from: lineEnd.upperBound))
            position = lineEnd.upperBound
        }
        try push(element)
    }

    mutating func closeParent(_ name: TemplateName, _ tag: Tag) {
        let lineEnd = source.lineEnd(after: tag.range.upperBound)
        let isOnOwnLine = lineEnd != nil && source.lineStart(before: tag.range.lowerBound) != nil
        let element = open.removeLast()
        var arguments: [Block] = []
        for case .block(let block) in element.nodes { arguments.append(block) }
        position = tag.range.upperBound
        var indent: Range<Int>?
        if let lead = element.lead {
            if lineEnd != nil || element.isAlone { indent = lead } else { append(.text(lead, startsLine: true)) }
        }
        if let lineEnd, element.lead != nil || isOnOwnLine { position = lineEnd.upperBound }
        append(.parent(name, indent: indent, arguments: arguments, at: element.tag.range.lowerBound))
    }

    mutating func closeParameter(_ tag: Tag) {
        let isOnOwnLine = takeStandalone(tag) != nil
        let element = open.removeLast()
        let lineEnd = source.lineEnd(after: tag.range.upperBound)
        guard let lead = element.lead, let lineEnd else {
            if let lead = element.lead, !element.isAlone { append(.text(lead, startsLine: true)) }
            append(.block(block(of: element)))
            return
        }
        // Its default keeps its place as it stands; an empty one leaves no line behind.
        var body = element.nodes
        if !body.isEmpty {
            if !element.isAlone { body.insert(.text(lead, startsLine: true), at: 0) }
            if !isOnOwnLine { body.append(.text(lineEnd, startsLine: false)) }
        }
        position = lineEnd.upperBound
        append(.block(block(of: element, body: body, isStandalone: true, lineEnd: lineEnd)))
    }

    /// An argument that begins on a line of its own has the indentation of that line taken off all its lines.
    mutating func openArgument(_ tag: Tag) throws(TemplateError) {
        var element = OpenElement(.argument, tag)
        position = tag.range.upperBound
        if let lineEnd = source.lineEnd(after: position) {
            position = lineEnd.upperBound
            let indent = position..<source.endOfBlanks(from: position)
            element.stripped = indent.isEmpty ? nil : indent
        } else {
            element.nodes = [startOfLine(at: position)]
        }
        try push(element)
    }

    mutating func closeArgument(_ tag: Tag) {
        let lineStart = source.lineStart(before: tag.range.lowerBound)
        takeText(upTo: lineStart ?? tag.range.lowerBound)
        position = tag.range.upperBound
        let element = open.removeLast()
        let isEmpty = element.nodes.count == 1 && source.lineEnd(after: element.tag.range.upperBound) == nil
        append(.block(block(of: element, body: isEmpty ? [] : element.nodes, isComplete: lineStart != nil)))
    }

    private func block(
        of element: OpenElement, body: [Node]? = nil, isStandalone: Bool = false, lineEnd: Range<Int> = 0..<0,
        isComplete: Bool = false
    ) -> Block {
        Block(
            name: element.tag.name, body: body ?? element.nodes, isStandalone: isStandalone, indent: element.indent,
            lineEnd: lineEnd, isComplete: isComplete)
    }
}
