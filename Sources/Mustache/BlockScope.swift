/// Which arguments the parameters in some code take: those of the parent tags around the template that the code was
/// written in. An argument's own content keeps the scope in which it was written, so that a `{{$title}}` of a card
/// inside a page is not taken for the `{{$title}}` of the page's layout.
struct BlockScope: Hashable {
    struct Argument: Hashable {
        let block: Block
        /// Where it was written: its template and its scope, as the linker numbers them.
        let template: Int
        let scope: Int
    }

    private(set) var arguments: [String: Argument] = [:]

    /// The outermost argument of a name wins: who inherits from a template overrides what it passes on.
    func adding(_ blocks: [Block], of template: Int, scope: Int) -> BlockScope {
        var added: [String: Argument] = [:]
        for block in blocks { added[block.name] = Argument(block: block, template: template, scope: scope) }
        var result = self
        result.arguments.merge(added) { outer, _ in outer }
        return result
    }

    func limited(to names: Set<String>) -> BlockScope {
        var result = self
        result.arguments = arguments.filter { names.contains($0.key) }
        return result
    }
}
