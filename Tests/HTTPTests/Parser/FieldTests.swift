import HTTP
import Testing

struct FieldTests {
    static let rows: [RequestRow] = [
        .fields("9112 §5 a field", "X: y", "GET /", "end"),
        .fields("9112 §5 no blank after the colon", "X:y", "GET /", "end"),
        .fields("9112 §5 an empty value", "X:", "GET /", "end"),
        .fields("9112 §5 a value of blanks", "X: \t ", "GET /", "end"),
        .fields("9112 §5 colons in the value", "X: a:b:c", "GET /", "end"),
        .fields("9110 §5.6.2 every token byte", "!#$%&'*+-.^_`|~09azAZ: y", "GET /", "end"),
        .fields("9110 §5.5 a tab in the value", "X: a\tb", "GET /", "end"),
        .fields("9110 §5.5 text beyond ASCII", "X: é", "GET /", "end"),

        .fields("9112 §5.1 a space before the colon", "X : y", "400"),
        .fields("9112 §5.1 a tab before the colon", "X\t: y", "400"),
        .fields("9112 §5.1 a space before Content-Length's colon", "Content-Length : 5", "400"),
        .fields("9112 §5.2 a folded line", "X: a\r\n b", "400"),
        .fields("9112 §5.2 a line folded with a tab", "X: a\r\n\tb", "400"),
        .fields("9112 §5.2 a folded Transfer-Encoding", "Transfer-Encoding:\r\n chunked", "400"),
        .fields("9112 §5.2 a line of blanks", "X: a\r\n ", "400"),
        RequestRow("9112 §2.2 a blank before the first field", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", "400"),
        RequestRow("9112 §2.2 a line of blanks before the first field", "GET / HTTP/1.1\r\n \r\nHost: a\r\n\r\n", "400"),
        .fields("9112 §5 no colon", "X", "400"),
        .fields("9112 §5 no name", ": y", "400"),
        .fields("9110 §5.6.2 a name with a blank in it", "X Y: z", "400"),
        .fields("9110 §5.6.2 a name with a slash", "X/Y: z", "400"),
        .fields("9110 §5.6.2 a name with a quote", "\"X\": z", "400"),
        .fields("9110 §5.6.2 a name beyond ASCII", "é: z", "400"),
        .fields("9110 §5.6.2 the Kelvin sign in a name", "Transfer-Encoding\u{212A}: chunked", "400"),
        .fields("9110 §5.6.2 a control in a name", "X\u{1}: z", "400"),
        .fields("9110 §5.6.2 NUL in a name", "X\0: z", "400"),
        .fields("9110 §5.5 NUL in a value", "X: a\0b", "400"),
        .fields("9110 §5.5 a control in a value", "X: a\u{1}b", "400"),
        .fields("9110 §5.5 DEL in a value", "X: a\u{7F}b", "400"),
        .fields("9110 §5.5 vertical tab in a value", "X: a\u{B}b", "400"),
        .fields("9110 §5.5 form feed at the end", "X: a\u{C}", "400"),
        .fields("9112 §2.2 a bare carriage return in a value", "X: a\rb", "400"),
        .fields("9112 §2.2 a bare carriage return at the start of a value", "X: \rb", "400"),
        .fields("9112 §2.2 a carriage return before CRLF", "X: a\r", "400"),
        .fields("9112 §2.2 a bare line feed after a value", "X: a\nY: b", "400"),
        RequestRow("9112 §2.2 the section ends in line feeds", "GET / HTTP/1.1\r\nHost: a\n\n", "400"),
        RequestRow("9112 §2.2 the section ends in CRLF LF", "GET / HTTP/1.1\r\nHost: a\r\n\n", "400"),
        RequestRow("9112 §2.2 a carriage return before the end", "GET / HTTP/1.1\r\nHost: a\r\n\r\r\n", "400"),
        RequestRow(
            "3629 §3 a value that is not UTF-8",
            bytes: Array("GET / HTTP/1.1\r\nHost: a\r\nX: ".utf8) + [0xFF] + Array("\r\n\r\n".utf8), ["400"]),
        RequestRow(
            "3629 §3 an overlong line feed in a value",
            bytes: Array("GET / HTTP/1.1\r\nHost: a\r\nX: ".utf8) + [0xC0, 0x8A] + Array("\r\n\r\n".utf8), ["400"]),
    ]

    @Test(arguments: rows)
    func `a field is a token, a colon and visible text`(row: RequestRow) { row.check() }

    @Test func `fields keep their order, their case and their repetitions`() throws {
        let head = try head(of: "GET / HTTP/1.1\r\nHost: a\r\nX-One: 1\r\ncookie: a=b\r\nx-one:\t2 \r\nCookie: c=é\r\n\r\n")
        #expect(head.headers.fields.map(\.name) == ["Host", "X-One", "cookie", "x-one", "Cookie"])
        #expect(head.headers.values(of: "X-ONE") == ["1", "2"])
        #expect(head.headers.values(of: "Cookie") == ["a=b", "c=é"])
    }
}
