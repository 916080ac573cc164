import Synchronization

/// One template, compiled. A page asks its library for it once and renders it from any thread.
public final class Template: Sendable {
    public let name: String
    private let table: ProgramTable
    private let program: Int
    /// How many bytes the last page had: the next one gets that much room.
    private let lastSize = Atomic(4096)

    init(name: String, table: ProgramTable, program: Int) {
        self.name = name
        self.table = table
        self.program = program
    }

    /// The page's bytes. The context stack is given from the outermost value (what every page has) to the innermost.
    /// In strict mode a name that is found nowhere is an error, else it is empty.
    public func render(_ stack: Value..., strict: Bool = false) throws(TemplateError) -> [UInt8] {
        try render(stack: stack, strict: strict)
    }

    /// Appends the page's bytes; after an error the buffer is as it was.
    public func render(_ stack: Value..., strict: Bool = false, into buffer: inout [UInt8]) throws(TemplateError) {
        let bytes = try render(stack: stack, strict: strict)
        if buffer.isEmpty { buffer = bytes } else { buffer += bytes }
    }

    public func render(stack: [Value], strict: Bool = false) throws(TemplateError) -> [UInt8] {
        var moved: [UInt8]?
        var failure: TemplateError?
        let size = lastSize.load(ordering: .relaxed)
        let bytes = [UInt8](unsafeUninitializedCapacity: size + size / 4 + 2048) { room, count in
            var renderer = TemplateRenderer(table: table, program: program, isStrict: strict, output: Output(room))
            do throws(TemplateError) {
                try renderer.render(stack[...])
                if renderer.output.hasMoved { moved = Array(renderer.output.bytes) } else { count = renderer.output.count }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        let page = moved ?? bytes
        if abs(page.count - size) > size / 8 { lastSize.store(page.count, ordering: .relaxed) }
        return page
    }
}
