import HTTP
import Testing

struct MultipartParserTests {
    private static let a = "Content-Disposition: form-data; name=a\r\n\r\n"
    private static let f = "Content-Disposition: form-data; name=f; filename=f\r\n\r\n"

    static let bodies: [MultipartRow] = [
        MultipartRow("7578 §4.1 a field", "--b\r\n\(a)1\r\n--b--\r\n", "a=1"),
        MultipartRow("2046 §5.1.1 nothing after the end", "--b\r\n\(a)1\r\n--b--", "a=1"),
        MultipartRow(
            "7578 §4.3 several of a name, in order", "--b\r\n\(a)1\r\n--b\r\n\(f)x\r\n--b\r\n\(a)2\r\n--b--",
            "a=1", "f[f|-]=x", "a=2"),
        MultipartRow("2046 §5.1.1 no part at all", "--b--\r\n"),
        MultipartRow("2046 §5.1.1 an empty content", "--b\r\n\(a)\r\n--b--", "a="),
        MultipartRow("2046 §5.1.1 an empty file", "--b\r\n\(f)\r\n--b\r\n\(f)\r\n--b--", "f[f|-]=", "f[f|-]="),
        MultipartRow("2046 §5.1.1 a part that is only a header", "--b\r\n\(a)--b--", "a="),
        MultipartRow("2046 §5.1.1 CRLF is content", "--b\r\n\(a)\r\n\r\n--b--", "a=\r\n"),
        MultipartRow("2046 §5.1.1 CRLF on both ends", "--b\r\n\(a)\r\n\r\nx\r\n\r\n\r\n--b--", "a=\r\n\r\nx\r\n\r\n"),
        MultipartRow("2046 §5.1.1 CR before the delimiter", "--b\r\n\(a)x\r\r\n--b--", "a=x\r"),
        MultipartRow("2046 §5.1.1 CR, CRLF and half a delimiter", "--b\r\n\(a)\r\r\n\r\n-\r\n--\r\n--b--", "a=\r\r\n\r\n-\r\n--"),
        MultipartRow("2046 §5.1.1 LF before the delimiter is content", "--b\r\n\(a)x\n--b\r\n--b--", "a=x\n--b"),
        MultipartRow("2046 §5.1.1 the boundary within a line", "--b\r\n\(a)x--b--\r\n--b--", "a=x--b--"),
        MultipartRow("2046 §5.1.1 the boundary without hyphens", "--b\r\n\(a)\r\nb\r\n-b\r\n--b--", "a=\r\nb\r\n-b"),
        MultipartRow("2046 §5.1.1 three hyphens", "--b\r\n\(a)x\r\n---b\r\n--b--", "a=x\r\n---b"),
        MultipartRow("2046 §5.1.1 a boundary of another case", "--b\r\n\(a)x\r\n--B\r\n--b--", "a=x\r\n--B"),
        MultipartRow("2046 §5.1.1 a header in the content", "--b\r\n\(a)\(a)\r\n--b--", "a=\(a)"),
        MultipartRow("2046 §5.1.1 a preamble", "hello\r\n--\r\n--b\r\n\(a)1\r\n--b--", "a=1"),
        MultipartRow("2046 §5.1.1 an empty line in front", "\r\n--b\r\n\(a)1\r\n--b--", "a=1"),
        MultipartRow("2046 §5.1.1 the boundary within the preamble's line", "x--b\r\n--b\r\n\(a)1\r\n--b--", "a=1"),
        MultipartRow("2046 §5.1.1 an epilogue", "--b\r\n\(a)1\r\n--b--\r\nbye\r\n--b\r\n\(a)2\r\n--b--", "a=1"),
        MultipartRow("2046 §5.1.1 padding", "--b \t\r\n\(a)1\r\n--b\t\r\n\(a)2\r\n--b-- \r\n", "a=1", "a=2"),
        MultipartRow("7578 §4.4 bytes that are no text", "--b\r\n\(f)\0\u{1}\u{7F}\r\n--b--", "f[f|-]=\0\u{1}\u{7F}"),

        MultipartRow("2046 §5.1.1 nothing", "", fails: .unfinished),
        MultipartRow("2046 §5.1.1 only a preamble", "hello\r\n", fails: .unfinished),
        MultipartRow("2046 §5.1.1 no final boundary", "--b\r\n\(a)1\r\n", fails: .unfinished),
        MultipartRow("2046 §5.1.1 no final hyphens", "--b\r\n\(a)1\r\n--b\r\n", fails: .unfinished),
        MultipartRow("2046 §5.1.1 one final hyphen", "--b\r\n\(a)1\r\n--b-", fails: .unfinished),
        MultipartRow("2046 §5.1.1 CR at the very end", "--b\r\n\(a)1\r\n--b--\r", fails: .unfinished),
        MultipartRow("2046 §5.1.1 an end within a header", "--b\r\nContent-Disp", fails: .unfinished),
        MultipartRow("2046 §5.1.1 an end after a header", "--b\r\n\(a)", fails: .unfinished),
        MultipartRow("2046 §5.1.1 LF for line ends", "--b\n\(a)1\n--b--\n", fails: .delimiterMalformed(part: 1)),
        MultipartRow("2046 §5.1.1 a longer boundary", "--b\r\n\(a)1\r\n--bb\r\n--b--", fails: .delimiterMalformed(part: 2)),
        MultipartRow("2046 §5.1.1 one hyphen and more", "--b\r\n\(a)1\r\n--b-\r\n--b--", fails: .delimiterMalformed(part: 2)),
        MultipartRow("2046 §5.1.1 three final hyphens", "--b\r\n\(a)1\r\n--b---\r\n", fails: .delimiterMalformed(part: 2)),
        MultipartRow("2046 §5.1.1 text behind the end", "--b\r\n\(a)1\r\n--b--x\r\n", fails: .delimiterMalformed(part: 2)),
        MultipartRow("2046 §5.1.1 text behind padding", "--b x\r\n\(a)1\r\n--b--", fails: .delimiterMalformed(part: 1)),
        MultipartRow("2046 §5.1.1 a bare CR behind it", "--b\rx\r\n\(a)1\r\n--b--", fails: .delimiterMalformed(part: 1)),
        MultipartRow("2046 §5.1.1 a blank within the end", "--b\r\n\(a)1\r\n--b --\r\n", fails: .delimiterMalformed(part: 2)),
    ]

    static let limits: [MultipartRow] = [
        MultipartRow("just enough parts", "--b\r\n\(a)1\r\n--b\r\n\(f)2\r\n--b--", "a=1", "f[f|-]=2").limited { $0.parts = 2 },
        MultipartRow("one part too many", "--b\r\n\(a)1\r\n--b\r\n\(f)2\r\n--b--", fails: .tooManyParts(limit: 1))
            .limited { $0.parts = 1 },
        MultipartRow("a header of just the limit", "--b\r\n\(a)1\r\n--b--", "a=1").limited { $0.headerBytes = a.utf8.count },
        MultipartRow(
            "a header of one byte more", "--b\r\n\(a)1\r\n--b--", fails: .headerTooLarge(part: 1, limit: a.utf8.count - 1)
        ).limited { $0.headerBytes = a.utf8.count - 1 },
        MultipartRow("a header without end", "--b\r\nX: aaaaaaaa", fails: .headerTooLarge(part: 1, limit: 10))
            .limited { $0.headerBytes = 10 },
        MultipartRow("a value of just the limit", "--b\r\n\(a)\r\n--x\r\n--b--", "a=\r\n--x").limited { $0.fieldBytes = 5 },
        MultipartRow("a value of one byte more", "--b\r\n\(a)\r\n--x\r\n--b--", fails: .fieldTooLarge(part: 1, limit: 4))
            .limited { $0.fieldBytes = 4 },
        MultipartRow("a value without end", "--b\r\n\(a)12345", fails: .fieldTooLarge(part: 1, limit: 4))
            .limited { $0.fieldBytes = 4 },
        MultipartRow("a file knows no such limit", "--b\r\n\(f)12345\r\n--b--", "f[f|-]=12345")
            .limited {
                $0.fieldBytes = 4; $0.allFieldBytes = 4
            },
        MultipartRow("values of just the limit together", "--b\r\n\(a)12\r\n--b\r\n\(a)34\r\n--b--", "a=12", "a=34")
            .limited { $0.allFieldBytes = 4 },
        MultipartRow("values beyond it together", "--b\r\n\(a)12\r\n--b\r\n\(a)345\r\n--b--", fails: .fieldsTooLarge(limit: 4))
            .limited { $0.allFieldBytes = 4 },
    ]

    @Test(arguments: bodies)
    func `a part reaches from its header to the next delimiter line`(row: MultipartRow) { row.check() }

    @Test(arguments: limits)
    func `a part's limit is met to the byte, however the bytes are cut`(row: MultipartRow) { row.check() }

    @Test func `a value that passes two limits is refused for its own, however the bytes are cut`() {
        MultipartRow(
            "413", "--b\r\n\(Self.a)12\r\n--b\r\n\(Self.a)12345\r\n--b--", fails: .fieldTooLarge(part: 2, limit: 4)
        ).limited {
            $0.fieldBytes = 4
            $0.allFieldBytes = 4
        }.check()
    }

    @Test(arguments: ["b", "----WebKitFormBoundary7MA4YWxkTrZu0gW", "'()+_,-./:=?", "a b", String(repeating: "x", count: 70)])
    func `a boundary is 1 to 70 bytes of the allowed set`(boundary: String) throws {
        var parser = MultipartParser(boundary: try MultipartBoundary(boundary))
        try parser.receive(Array("--\(boundary)\r\n\(Self.a)\r\n--\(boundary.dropLast())\r\n--\(boundary)--".utf8)[...])
        #expect(try parser.finish().map(\.content.count) == [4 + boundary.utf8.count - 1])
    }

    @Test(arguments: [
        "", "a ", " ", "a\"b", "a;b", "a@b", "a\\b", "a*b", "ä", "a\tb", "a\0", "a\r\nb", String(repeating: "x", count: 71),
    ])
    func `any other boundary is refused`(boundary: String) {
        #expect(throws: MultipartError.boundaryMalformed) { try MultipartBoundary(boundary) }
    }

    @Test func `a parser that has failed reads nothing any more`() throws {
        var parser = MultipartParser(boundary: try MultipartBoundary("b"))
        #expect(throws: MultipartError.delimiterMalformed(part: 1)) { try parser.receive(Array("--bx".utf8)[...]) }
        #expect(throws: MultipartError.delimiterMalformed(part: 1)) {
            try parser.receive(Array("\r\n--b\r\n\(Self.a)1\r\n--b--".utf8)[...])
        }
        #expect(throws: MultipartError.delimiterMalformed(part: 1)) { try parser.finish() }
        #expect(parser.parts.isEmpty)
    }

    @Test func `parts are there as soon as they are complete`() throws {
        var parser = MultipartParser(boundary: try MultipartBoundary("b"))
        try parser.receive(Array("--b\r\n\(Self.a)1\r\n--".utf8)[...])
        #expect(parser.parts.isEmpty)
        try parser.receive(Array("b".utf8)[...])
        #expect(parser.parts.map(\.name) == ["a"])
    }
}
