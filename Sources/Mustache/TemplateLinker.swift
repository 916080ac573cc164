/// Compiles all templates of a load, and whatever else they call: a template that recurses, or that a dynamic name may
/// choose, is compiled once more for each scope it is called in. The work ends because a scope only ever gains names.
final class TemplateLinker {
    /// What a program is compiled from. Callable ones put the caller's indentation before their lines.
    private struct Key: Hashable {
        let template: Int
        let scope: Int
        let isCallable: Bool
    }

    static let emptyScope = 0
    /// Many more than honest templates need.
    private static let mostPrograms = 20_000

    let templates: [ParsedTemplate]
    private let numbers: [String: Int]
    private var scopes = [BlockScope()]
    private var scopeNumbers = [BlockScope(): emptyScope]
    private var keys: [Key] = []
    private var keyNumbers: [Key: Int] = [:]
    private var reachable: [Int: Set<String>] = [:]

    init(_ templates: [ParsedTemplate], allowsMissing: Bool) throws(TemplateError) {
        self.templates = templates
        numbers = Dictionary(uniqueKeysWithValues: zip(templates.map(\.source.name), 0...))
        guard !allowsMissing else { return }
        for template in templates {
            for reference in template.references { try check(reference, in: template.source) }
        }
    }

    /// A misspelt template or block is found here, not by whoever misses something on the page.
    private func check(_ reference: ParsedTemplate.Reference, in source: TemplateSource) throws(TemplateError) {
        guard let number = numbers[reference.name] else {
            throw source.error(at: reference.offset, found: reference.name, expected: "the name of a template")
        }
        for argument in reference.arguments where !blockNames(reachableFrom: number).contains(argument) {
            throw source.error(at: reference.offset, found: "{{$\(argument)}}", expected: "a block of \(reference.name)")
        }
    }

    /// The programs; the first ones are the templates', in their order.
    func link() throws(TemplateError) -> ProgramTable {
        for template in templates.indices { _ = number(Key(template: template, scope: Self.emptyScope, isCallable: false)) }
        var programs: [Program] = []
        while programs.count < keys.count {
            let key = keys[programs.count]
            guard keys.count <= Self.mostPrograms else {
                throw TemplateError(
                    template: templates[key.template].source.name, found: "\(keys.count) ways to call templates",
                    expected: "at most \(Self.mostPrograms)")
            }
            programs.append(
                try TemplateCompiler.compile(key.template, scope: key.scope, isCallable: key.isCallable, linker: self))
        }
        return ProgramTable(sources: templates.map(\.source), programs: programs)
    }

    /// Nil only where missing templates are allowed.
    func template(named name: String) -> Int? { numbers[name] }

    func argument(for parameter: String, in scope: Int) -> BlockScope.Argument? { scopes[scope].arguments[parameter] }

    func scope(_ scope: Int, adding blocks: [Block], of template: Int) -> Int {
        blocks.isEmpty ? scope : number(scopes[scope].adding(blocks, of: template, scope: scope))
    }

    /// The callable program of a template in a scope. Arguments that it cannot reach make no other program.
    func program(of template: Int, in scope: Int) -> Int {
        let limited = scope == Self.emptyScope ? scope : number(scopes[scope].limited(to: blockNames(reachableFrom: template)))
        return number(Key(template: template, scope: limited, isCallable: true))
    }

    func programsByName(in scope: Int) -> [String: Int] {
        numbers.mapValues { program(of: $0, in: scope) }
    }

    private func number(_ scope: BlockScope) -> Int {
        if let number = scopeNumbers[scope] { return number }
        scopes.append(scope)
        scopeNumbers[scope] = scopes.count - 1
        return scopes.count - 1
    }

    private func number(_ key: Key) -> Int {
        if let number = keyNumbers[key] { return number }
        keys.append(key)
        keyNumbers[key] = keys.count - 1
        return keys.count - 1
    }

    private func blockNames(reachableFrom template: Int) -> Set<String> {
        if let names = reachable[template] { return names }
        var reached: Set = [template]
        var waiting = [template]
        while let next = waiting.popLast() {
            let references =
                templates[next].hasDynamicReference
                ? Array(templates.indices) : templates[next].references.compactMap { numbers[$0.name] }
            for reference in references where reached.insert(reference).inserted { waiting.append(reference) }
        }
        let names = reached.reduce(into: Set<String>()) { $0.formUnion(templates[$1].blockNames) }
        reachable[template] = names
        return names
    }
}
