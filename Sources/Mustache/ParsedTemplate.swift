/// A template's nodes with what they refer to.
struct ParsedTemplate {
    let source: TemplateSource
    let nodes: [Node]
    /// A static partial or parent with the names of the arguments it is given.
    struct Reference {
        let name: String
        let arguments: [String]
        let offset: Int
    }

    private(set) var references: [Reference] = []
    private(set) var hasDynamicReference = false
    /// Of parameters and arguments.
    private(set) var blockNames: Set<String> = []

    init(_ source: TemplateSource) throws(TemplateError) {
        self.source = source
        nodes = try TemplateParser.parse(source)
        collect(from: nodes)
    }

    private mutating func collect(from nodes: [Node]) {
        for node in nodes {
            switch node {
            case .text, .variable: break
            case .section(_, _, let body, _): collect(from: body)
            case .partial(let name, _, let offset): refer(to: name, [], at: offset)
            case .block(let block): collect(from: block)
            case .parent(let name, _, let arguments, let offset):
                refer(to: name, arguments, at: offset)
                for block in arguments { collect(from: block) }
            }
        }
    }

    private mutating func collect(from block: Block) {
        blockNames.insert(block.name)
        collect(from: block.body)
    }

    private mutating func refer(to name: TemplateName, _ arguments: [Block], at offset: Int) {
        switch name {
        case .fixed(let name): references.append(Reference(name: name, arguments: arguments.map(\.name), offset: offset))
        case .dynamic: hasDynamicReference = true
        }
    }
}
