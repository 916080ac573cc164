/// Runs a program. Values are borrowed where they lie: nothing is copied or counted for a name that is found.
struct TemplateRenderer: ~Copyable {
    /// Calls, and sections over lists and objects, within each other. They recurse: so many fit a stack of 512 KiB.
    static let deepest = 200

    let table: ProgramTable
    let isStrict: Bool
    var output: Output
    var frames = FrameStack()
    /// What the program that runs, and its indentation, are.
    var program: Int
    var code = UnsafeBufferPointer<Instruction>(start: nil, count: 0)
    private var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    var indent: [UInt8] = []
    var depth = 0

    init(table: ProgramTable, program: Int, isStrict: Bool, output: consuming Output) {
        self.table = table
        self.program = program
        self.isStrict = isStrict
        self.output = output
    }

    /// Puts the values onto the context stack, the first of them outermost, and runs the program.
    mutating func render(_ stack: ArraySlice<Value>) throws(TemplateError) {
        guard let value = stack.first else { return try run() }
        try withUnsafePointer(to: value) { (value) throws(TemplateError) in
            try within(value) { (renderer: inout TemplateRenderer) throws(TemplateError) in
                try renderer.render(stack.dropFirst())
            }
        }
    }

    mutating func run() throws(TemplateError) {
        let table = table
        try table.programs[program].text.withUnsafeBufferPointer { (text) throws(TemplateError) in
            try table.programs[program].code.withUnsafeBufferPointer { (code) throws(TemplateError) in
                let caller = (self.code, self.text)
                (self.code, self.text) = (code, text)
                try run(from: 0, to: code.count)
                (self.code, self.text) = caller
            }
        }
    }

    mutating func run(from start: Int, to end: Int) throws(TemplateError) {
        var index = start
        while index < end {
            let step = code[index]
            if step.textCount > 0, let text = text.baseAddress {
                output.append(text + Int(step.textStart), Int(step.textCount))
            }
            switch step.act {
            case .none: index += 1
            case .escaped, .raw:
                try interpolate(step, at: index)
                index += 1
            case .section: index = try enter(step, at: index)
            case .leave:
                frames.pop()
                index += 1
            case .inverted: index = try isPresent(step, at: index) ? Int(step.target) : index + 1
            case .indent:
                indent.withUnsafeBufferPointer { output.append($0) }
                index += 1
            case .call:
                try call(Int(step.name), table.programs[program].indents[Int(step.target)], at: index)
                index += 1
            case .choose:
                try choose(step, at: index)
                index += 1
            }
        }
    }
}
