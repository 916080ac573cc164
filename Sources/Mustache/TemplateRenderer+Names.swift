/// Finding what a name means: from the top of the context stack down, the first object that has the name.
extension TemplateRenderer {
    /// Simple names and `.`; a dotted name has no place of its own to point to.
    @inline(__always) func find(_ name: Int32) -> UnsafePointer<Value>? {
        if name >= 0 { return frames.find(name) }
        return name == Name.top ? frames.top : nil
    }

    /// Any name; each part behind the first is looked for only in what the part before it named. What leads through
    /// nothing is nothing. Nil, or in strict mode an error, if the name is nowhere.
    func resolve(_ step: Instruction, at index: Int) throws(TemplateError) -> Value? {
        let name = table.programs[program].name(step.name)
        guard var value = find(name.first)?.pointee else { return try missing(name, at: index) }
        for part in name.rest {
            switch value {
            case .nothing, .flag(false):
                return .nothing
            case .object(let object):
                let slot = object.fields.slot(of: part)
                guard slot >= 0 else { return try missing(name, at: index) }
                value = object.values[slot]
            case .flag, .text, .markup, .list, .lazyList:
                return try missing(name, at: index)
            }
        }
        return value
    }

    private func missing(_ name: Name, at index: Int) throws(TemplateError) -> Value? {
        if isStrict { throw noValue(name, at: index) }
        return nil
    }
}
