import Testing

@testable import Storage

struct CSVParserTests {
    /// What a reader finds in these bytes, a line for each record: its line number and fields, or its fault.
    private func records(_ bytes: [UInt8], chunk: Int = 4096, record: Int = 1024, field: Int = 512) throws -> [String] {
        var limits = CSVLimits()
        limits.recordBytes = record
        limits.fieldBytes = field
        limits.fields = 8
        let file = try InMemoryFile(bytes)
        var reader = CSVReader(descriptor: file.descriptor, limits: limits)
        let chunk = CSVChunk(capacity: chunk)
        var found: [String] = []
        while try reader.fill(chunk) {
            while let outcome = reader.next(in: chunk) {
                switch outcome {
                case .success:
                    let fields = reader.fields.map { String(decoding: chunk.bytes(of: $0), as: UTF8.self) }
                    found.append("\(reader.line): " + fields.joined(separator: "|"))
                case .failure(let fault): found.append("\(reader.line)! \(fault.rawValue)")
                }
            }
        }
        return found
    }

    private func records(_ text: String, record: Int = 1024, field: Int = 512) throws -> [String] {
        try records(Array(text.utf8), record: record, field: field)
    }

    @Test func `fields are divided by commas and rows by LF or CRLF`() throws {
        #expect(try records("a,b\nc,d\r\ne,f") == ["1: a|b", "2: c|d", "3: e|f"])
        #expect(try records("a,\n,b\n,\n") == ["1: a|", "2: |b", "3: |"])
    }

    @Test func `quoted fields keep commas, line breaks and doubled quotes`() throws {
        #expect(try records("\"a,b\",\"c \"\"d\"\"\"\n\"\",x\n") == ["1: a,b|c \"d\"", "2: |x"])
        #expect(try records("\"one\r\ntwo\nthree\",x\ny,z\n") == ["1: one\r\ntwo\nthree|x", "4: y|z"])
        #expect(try records("a,\"b\"\r\nc,\"d\"") == ["1: a|b", "2: c|d"])
    }

    @Test func `a byte order mark and blank lines are passed over, and lines still counted`() throws {
        #expect(try records([0xEF, 0xBB, 0xBF] + Array("a\n\n\r\nb\n".utf8)) == ["1: a", "4: b"])
        #expect(try records([0xEF, 0xBB, 0xBF]) == [])
        #expect(try records("") == [])
    }

    @Test func `a fault spoils its own line only`() throws {
        #expect(try records("a,b\"c\nd,e\n") == ["1! a quote inside a field that is not quoted", "2: d|e"])
        #expect(try records("\"a\"b,c\nd,e\n") == ["1! text after a closing quote", "2: d|e"])
        #expect(try records("\"a\"\rb\nd\n") == ["1! text after a closing quote", "2: d"])
        #expect(try records("\"never\nd,e\nf") == ["1! a quote that is never closed", "2: d|e", "3: f"])
    }

    @Test func `a quote that swallows rows up to the next quote gives them back`() throws {
        #expect(
            try records("1,\"open\n2,b\n3,\"c\"\n4,d\n") == ["1! text after a closing quote", "2: 2|b", "3: 3|c", "4: 4|d"])
    }

    @Test func `rows, fields and columns beyond the limits are refused and the next row is read`() throws {
        let long = String(repeating: "x", count: 600)
        #expect(try records("\(long)\nb\n", field: 512) == ["1! a field is too long", "2: b"])
        #expect(try records("\"\(long)\"\nb\n", field: 512) == ["1! a field is too long", "2: b"])
        #expect(try records("\(long),\(long)\nb\n", record: 1024, field: 700) == ["1! the row is too long", "2: b"])
        #expect(try records("1,2,3,4,5,6,7,8,9\nb\n") == ["1! too many columns", "2: b"])
    }

    @Test func `a line longer than memory is passed over to its end`() throws {
        let line = Array(repeating: UInt8(ascii: "x"), count: 100_000)
        #expect(try records(line + Array("\nb\n".utf8)) == ["1! the row is too long", "2: b"])
        #expect(try records(Array("a\n".utf8) + line) == ["1: a", "2! the row is too long"])
        let quoted = Array("\"".utf8) + line
        #expect(try records(quoted + Array("\nb\n".utf8)) == ["1! the row is too long", "2: b"])
    }

    @Test func `where the chunks end makes no difference`() throws {
        let text = "\u{FEFF}a,\"b\"\"c\"\r\n\r\n\"d\r\ne\",f\ng\"h\ni,\"j\"k\n\"l\nm,n\n\"o,\"\"\",p\r\nq,\"r\""
        let whole = try records(text)
        #expect(whole.count == 8)
        for chunk in 2050...2100 {
            // Every length of padding before it moves the chunk's end by a byte.
            let padding = Array(repeating: UInt8(ascii: "p"), count: 50) + [0x0A]
            let many = (0..<(chunk / 51)).flatMap { _ in padding }
            let shifted = try records(many + Array(text.dropFirst().utf8), chunk: chunk, record: 1024)
            let rows = shifted.dropFirst(chunk / 51).map { $0.drop { $0.isNumber } }
            #expect(rows == whole.map { $0.drop { $0.isNumber } })
        }
    }

    @Test func `a pipe that gives a byte at a time is read as a file is`() throws {
        let text = "a,\"b\r\nc\"\r\nd,e"
        let pipe = try DrippingPipe(Array(text.utf8))
        var reader = CSVReader(descriptor: pipe.descriptor)
        let chunk = CSVChunk(capacity: CSVLimits().chunkBytes)
        var rows: [[String]] = []
        while try reader.fill(chunk) {
            while let outcome = reader.next(in: chunk) {
                try outcome.get()
                rows.append(reader.fields.map { String(decoding: chunk.bytes(of: $0), as: UTF8.self) })
            }
        }
        #expect(rows == [["a", "b\r\nc"], ["d", "e"]])
        #expect(reader.bytesRead == text.utf8.count)
    }

    @Test func `what cannot be read is an error with the system's reason`() throws {
        var reader = CSVReader(descriptor: -1)
        #expect(throws: CSVReader.Failure.self) { _ = try reader.fill(CSVChunk(capacity: 4096)) }
    }
}
