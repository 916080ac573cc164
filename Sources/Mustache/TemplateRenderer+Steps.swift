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
        case .text(let text): text.utf8.span.withUnsafeBufferPointer { write($0, step) }
        case .markup(let bytes): bytes.withUnsafeBufferPointer { write($0, step) }
        case .flag(let flag): (flag ? Array("true".utf8) : Array("false".utf8)).withUnsafeBufferPointer { output.append($0) }
        case .list, .lazyList, .object:
            if isStrict { throw noText(step, at: index) }
        }
    }

    @inline(__always) private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>, _ step: Instruction) {
        if step.act == .escaped { output.appendEscaped(bytes) } else { output.append(bytes) }
    }

    func isPresent(_ step: Instruction, at index: Int) throws(TemplateError) -> Bool {
        if let value = find(step.name) { return value.pointee.presence != .absent }
        return try (resolve(step, at: index)?.presence ?? .absent) != .absent
    }

    /// Begins a section; returns where to go on. Over a list or an object the section runs here, to its end.
    mutating func enter(_ step: Instruction, at index: Int) throws(TemplateError) -> Int {
        let body = index + 1..<Int(step.target)
        if let value = find(step.name) {
            switch value.pointee.presence {
            case .absent: return behindAbsent(step, at: body.upperBound)
            case .plain:
                frames.push(value)
                return body.lowerBound
            case .parts: try repeatBody(body, over: value)
            }
        } else if let value = try resolve(step, at: index), value.presence != .absent {
            try withUnsafePointer(to: value) { (value) throws(TemplateError) in try repeatBody(body, over: value) }
        }
        return body.upperBound
    }

    /// Where the section's opposite follows at once (`{{/name}}{{^name}}`), into that: it need not ask again.
    @inline(__always) private func behindAbsent(_ step: Instruction, at end: Int) -> Int {
        guard end < code.count, code[end].act == .inverted, code[end].name == step.name, code[end].textCount == 0 else {
            return end
        }
        return end + 1
    }

    private mutating func repeatBody(_ body: Range<Int>, over value: UnsafePointer<Value>) throws(TemplateError) {
        try deepen(at: body.lowerBound - 1)
        switch value.pointee {
        case .list(let values):
            try values.withUnsafeBufferPointer { (values) throws(TemplateError) in
                guard let first = values.baseAddress else { return }
                for index in values.indices { try runBody(body, with: first + index) }
            }
        case .lazyList(let list):
            for index in 0..<list.count {
                try withUnsafePointer(to: list.value(at: index)) { (value) throws(TemplateError) in
                    try runBody(body, with: value)
                }
            }
        case .nothing, .flag, .text, .markup, .object: try runBody(body, with: value)
        }
        depth -= 1
    }

    private mutating func runBody(_ body: Range<Int>, with value: UnsafePointer<Value>) throws(TemplateError) {
        try within(value) { (renderer: inout TemplateRenderer) throws(TemplateError) in
            try renderer.run(from: body.lowerBound, to: body.upperBound)
        }
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
        guard let value = try resolve(step, at: index), value.presence != .absent else { return }
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
