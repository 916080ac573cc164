/// What a render can fail with. Not inlined: the room that making them takes would be in every frame of a recursion.
extension TemplateRenderer {
    @inline(never) func noValue(_ name: Name, at index: Int) -> TemplateError {
        error(at: index, found: "no value named \(name.text)", expected: "one in the context stack")
    }

    @inline(never) func noText(_ step: Instruction, at index: Int) -> TemplateError {
        let name = table.programs[program].name(step.name)
        return error(at: index, found: "a list or an object as \(name.text)", expected: "a text")
    }

    @inline(never) func noTemplate(_ value: Value, at index: Int) -> TemplateError {
        guard case .text(let name) = value else {
            return error(at: index, found: "a value that is no text", expected: "the name of a template")
        }
        return error(at: index, found: "no template named \(name)", expected: "one of the library")
    }

    @inline(never) func tooDeep(at index: Int) -> TemplateError {
        error(
            at: index, found: "partials and sections within each other without end", expected: "at most \(Self.deepest) deep")
    }

    private func error(at index: Int, found: String, expected: String) -> TemplateError {
        let place = table.programs[program].places[index]
        return table.sources[place.template].error(at: place.offset, found: found, expected: expected)
    }
}
