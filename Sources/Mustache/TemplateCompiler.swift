/// Makes one program of a template: partials, parents and arguments are compiled in place, indentation included, so that
/// a render finds plain text. Only recursion, dynamic names and sizes out of hand become calls.
struct TemplateCompiler {
    /// In which template, scope and indentation nodes are compiled.
    struct Site {
        let template: Int
        let scope: Int
        let indent: Program.Indent
    }

    /// Beyond this depth templates are called rather than compiled in place,
    private static let deepestExpansion = 100
    /// and arguments within arguments are refused: far beyond what a page has, well within a thread's stack.
    private static let deepest = 1_000
    private static let mostInstructions = 100_000
    private static let mostText = 4_000_000

    private let linker: TemplateLinker
    private let isCallable: Bool
    private var program = Program()
    private var textStart = 0
    /// The templates being compiled in place, the outermost first.
    private var expanding: [Int]
    private var depth = 0

    static func compile(
        _ template: Int, scope: Int, isCallable: Bool, linker: TemplateLinker
    ) throws(TemplateError) -> Program {
        var compiler = TemplateCompiler(linker: linker, isCallable: isCallable, expanding: [template])
        let site = Site(template: template, scope: scope, indent: Program.Indent(isInherited: isCallable))
        try compiler.compile(linker.templates[template].nodes, site)
        compiler.flush()
        return compiler.program
    }

    private init(linker: TemplateLinker, isCallable: Bool, expanding: [Int]) {
        self.linker = linker
        self.isCallable = isCallable
        self.expanding = expanding
    }

    private mutating func compile(_ nodes: [Node], _ site: Site) throws(TemplateError) {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else {
            throw linker.templates[site.template].source.error(
                at: 0, found: "blocks within each other without end", expected: "at most \(Self.deepest) deep")
        }
        for node in nodes {
            switch node {
            case .text(let range, let startsLine): addText(range, startsLine, site)
            case .variable(let name, let escaped, let offset):
                add(escaped ? .escaped : .raw, name: number(of: name), at: offset, site)
            case .section(let name, let inverted, let body, let offset):
                try addSection(name, inverted: inverted, body, at: offset, site)
            case .partial(let name, let indent, let offset):
                try addTemplate(name, scope: site.scope, indent: indent, at: offset, site)
            case .parent(let name, let indent, let arguments, let offset):
                let scope = linker.scope(site.scope, adding: arguments, of: site.template)
                try addTemplate(name, scope: scope, indent: indent, at: offset, site)
            case .block(let block): try addBlock(block, site)
            }
        }
    }

    private mutating func addSection(
        _ name: Name, inverted: Bool, _ body: [Node], at offset: Int, _ site: Site
    ) throws(TemplateError) {
        let start = program.code.count
        add(inverted ? .inverted : .section, name: number(of: name), at: offset, site)
        try compile(body, site)
        if inverted { flush() } else { add(.leave, at: offset, site) }
        program.code[start].target = Int32(program.code.count)
    }

    /// A parameter: the argument in scope if there is one, else what the template says itself.
    private mutating func addBlock(_ block: Block, _ site: Site) throws(TemplateError) {
        guard let argument = linker.argument(for: block.name, in: site.scope) else { return try compile(block.body, site) }
        let indent = block.isStandalone ? self.indent(block.indent, site) : Program.Indent()
        let inner = Site(template: argument.template, scope: argument.scope, indent: indent)
        try compile(argument.block.body, inner)
        if block.isStandalone, !argument.block.body.isEmpty, !argument.block.isComplete {
            addText(block.lineEnd, false, site)
        }
    }

    private mutating func addTemplate(
        _ name: TemplateName, scope: Int, indent range: Range<Int>?, at offset: Int, _ site: Site
    ) throws(TemplateError) {
        let indent = range.map { self.indent($0, site) } ?? Program.Indent()
        switch name {
        case .dynamic(let name):
            program.choices.append(Program.Choice(programs: linker.programsByName(in: scope), indent: indent))
            add(.choose, name: number(of: name), target: program.choices.count - 1, at: offset, site)
        case .fixed(let name):
            guard let template = linker.template(named: name) else { return }
            if canExpand(template) {
                expanding.append(template)
                defer { expanding.removeLast() }
                try compile(linker.templates[template].nodes, Site(template: template, scope: scope, indent: indent))
            } else {
                program.indents.append(indent)
                let called = Int32(linker.program(of: template, in: scope))
                add(.call, name: called, target: program.indents.count - 1, at: offset, site)
            }
        }
    }

    private func canExpand(_ template: Int) -> Bool {
        depth < Self.deepestExpansion && program.code.count < Self.mostInstructions && program.text.count < Self.mostText
            && !expanding.contains(template)
    }

    private func indent(_ range: Range<Int>, _ site: Site) -> Program.Indent {
        var indent = site.indent
        indent.blanks += linker.templates[site.template].source.bytes[range]
        return indent
    }

    private mutating func addText(_ range: Range<Int>, _ startsLine: Bool, _ site: Site) {
        if startsLine {
            if isCallable, site.indent.isInherited { add(.indent, at: range.lowerBound, site) }
            program.text += site.indent.blanks
        }
        program.text += linker.templates[site.template].source.bytes[range]
    }

    private mutating func number(of name: Name) -> Int32 {
        if name.rest.isEmpty { return name.first }
        program.dotted.append(name)
        return Program.encodedIndex(ofDotted: program.dotted.count - 1)
    }

    private mutating func add(_ act: Instruction.Act, name: Int32 = 0, target: Int = 0, at offset: Int, _ site: Site) {
        let text = program.text.count
        program.code.append(
            Instruction(
                textStart: UInt32(textStart), textCount: UInt32(text - textStart), name: name, target: Int32(target), act: act))
        program.places.append(Program.Place(template: site.template, offset: offset))
        textStart = text
    }

    /// Text that no act follows: at the end of the program, and where a jump must pass it over.
    private mutating func flush() {
        guard textStart < program.text.count else { return }
        let site = Site(template: expanding[expanding.count - 1], scope: 0, indent: Program.Indent())
        add(.none, at: 0, site)
    }
}
