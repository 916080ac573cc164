/// What the instructions do.
extension TemplateRenderer {
    mutating func interpolate(_ step: Instruction, at index: Int) throws(TemplateError) {
        if let value = find(step.name) {
            try write(value, step, at: index)
        } else if let value = try resolve(step, at: index) {
            try withUnsafePointer(to: value) { (value) throws(TemplateError) in try write(value, step, at: index) }
        }
    }

    @inline(__always)
    private mutating func write(_ value: UnsafePointer<Value>, _ step: Instruction, at index: Int) throws(TemplateError) {
        switch value.pointee {
        case .nothing: break
        case .text(var text): text.withUTF8 { write($0, step) }
        case .markup(let bytes): bytes.withUnsafeBufferPointer { write($0, step) }
        case .flag(let flag): (flag ? Array("true".utf8) : Array("false".utf8)).withUnsafeBufferPointer { output.append($0) }
        case .list, .object:
            if isStrict { throw noText(step, at: index) }
        }
    }

    @inline(__always) private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>, _ step: Instruction) {
        if step.act == .escaped { output.appendEscaped(bytes) } else { output.append(bytes) }
    }

    func isPresent(_ step: Instruction, at index: Int) throws(TemplateError) -> Bool {
        if let value = find(step.name) { return value.pointee.isPresent }
        return try resolve(step, at: index)?.isPresent ?? false
    }

    /// Begins a section; returns where to go on. Over a list or an object the section runs here, to its end.
    mutating func enter(_ step: Instruction, at index: Int) throws(TemplateError) -> Int {
        let body = index + 1..<Int(step.target)
        if let value = find(step.name) {
            guard value.pointee.isPresent else { return body.upperBound }
            guard value.pointee.hasParts else {
                frames.push(value)
                return body.lowerBound
            }
            try repeatBody(body, over: value)
        } else if let value = try resolve(step, at: index), value.isPresent {
            try withUnsafePointer(to: value) { (value) throws(TemplateError) in try repeatBody(body, over: value) }
        }
        return body.upperBound
    }

    private mutating func repeatBody(_ body: Range<Int>, over value: UnsafePointer<Value>) throws(TemplateError) {
        try deepen(at: body.lowerBound - 1)
        if case .list(let values) = value.pointee {
            try values.withUnsafeBufferPointer { (values) throws(TemplateError) in
                for index in values.indices {
                    guard let first = values.baseAddress else { return }
                    try within(first + index) { (renderer: inout TemplateRenderer) throws(TemplateError) in
                        try renderer.run(from: body.lowerBound, to: body.upperBound)
                    }
                }
            }
        } else {
            try within(value) { (renderer: inout TemplateRenderer) throws(TemplateError) in
                try renderer.run(from: body.lowerBound, to: body.upperBound)
            }
        }
        depth -= 1
    }

    /// With the value on the context stack; the body's `leave` takes it off. An object's values stay where they are
    /// until the closure ends, so the frame may point to them.
    mutating func within(
        _ value: UnsafePointer<Value>, _ body: (inout TemplateRenderer) throws(TemplateError) -> Void
    ) throws(TemplateError) {
        guard case .object(let object) = value.pointee else {
            frames.push(value)
            return try body(&self)
        }
        try object.values.withUnsafeBufferPointer { (values) throws(TemplateError) in
            frames.push(value, object.fields, values.baseAddress)
            try body(&self)
        }
    }

    mutating func call(_ called: Int, _ added: Program.Indent, at index: Int) throws(TemplateError) {
        try deepen(at: index)
        let caller = (program, indent)
        indent = added.isInherited ? indent + added.blanks : added.blanks
        program = called
        try run()
        (program, indent) = caller
        depth -= 1
    }

    /// `{{>*name}}`: an absent or unknown template is left out, as the dynamic names module says.
    mutating func choose(_ step: Instruction, at index: Int) throws(TemplateError) {
        guard let value = try resolve(step, at: index), value.isPresent else { return }
        let choice = table.programs[program].choices[Int(step.target)]
        if case .text(let name) = value, let chosen = choice.programs[name] {
            try call(chosen, choice.indent, at: index)
        } else if isStrict {
            throw noTemplate(value, at: index)
        }
    }

    private mutating func deepen(at index: Int) throws(TemplateError) {
        depth += 1
        if depth > Self.deepest { throw tooDeep(at: index) }
    }
}
