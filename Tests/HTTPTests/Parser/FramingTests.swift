import HTTP
import Testing

struct FramingTests {
    private static func post(_ rule: String, _ fields: String, _ content: String, _ expected: String...) -> RequestRow {
        RequestRow(rule, bytes: Array("POST / HTTP/1.1\r\nHost: a\r\n\(fields)\r\n\r\n\(content)".utf8), expected)
    }

    static let lengths: [RequestRow] = [
        post("9110 §8.6 a length", "Content-Length: 5", "hello", "POST / length 5", "body hello", "end"),
        post("9110 §8.6 nothing", "Content-Length: 0", "", "POST / length 0", "end"),
        post("9110 §8.6 no case", "CONTENT-LENGTH:5", "hello", "POST / length 5", "body hello", "end"),
        post("9112 §6.2 less than declared", "Content-Length: 5", "hell", "POST / length 5", "body hell"),
        post(
            "9112 §6.3 line ends in the content", "Content-Length: 6", "\r\n\0\n\r\n", "POST / length 6", "body \r\n\0\n\r\n",
            "end"),
        RequestRow(
            "9110 §9.3.1 a GET's content is framed too",
            "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi", "GET / length 2", "body hi", "end"),
        RequestRow(
            "9112 §6.3 a request in the content is content",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 18\r\n\r\nGET /x HTTP/1.1\r\n\r",
            "POST / length 18", "body GET /x HTTP/1.1\r\n\r", "end"),
        RequestRow(
            "9112 §6.3 in HTTP/1.0", "POST / HTTP/1.0\r\nContent-Length: 2\r\n\r\nhi", "POST / length 2", "body hi", "end"),
        post("9110 §8.6 empty", "Content-Length:", "", "400"),
        post("9110 §8.6 a plus sign", "Content-Length: +5", "hello", "400"),
        post("9110 §8.6 a minus sign", "Content-Length: -5", "hello", "400"),
        post("9110 §8.6 minus nothing", "Content-Length: -0", "", "400"),
        post("9110 §8.6 a zero in front", "Content-Length: 05", "hello", "400"),
        post("9110 §8.6 two zeros", "Content-Length: 00", "", "400"),
        post("9110 §8.6 hexadecimal", "Content-Length: 0x5", "hello", "400"),
        post("9110 §8.6 hexadecimal digits", "Content-Length: a", "hello", "400"),
        post("9110 §8.6 a decimal point", "Content-Length: 5.0", "hello", "400"),
        post("9110 §8.6 an exponent", "Content-Length: 1e1", "hello", "400"),
        post("9110 §8.6 an underscore", "Content-Length: 1_0", "hello", "400"),
        post("9110 §8.6 a blank within", "Content-Length: 1 0", "hello", "400"),
        post("9112 §5 two blanks in front", "Content-Length:  5", "hello", "400"),
        post("9112 §5 a tab in front", "Content-Length:\t5", "hello", "400"),
        post("9112 §5 a blank behind", "Content-Length: 5 ", "hello", "400"),
        post("9112 §5 a tab behind", "Content-Length: 5\t", "hello", "400"),
        post("9110 §5.5 a vertical tab behind", "Content-Length: 5\u{B}", "hello", "400"),
        post("9110 §8.6 quotes", "Content-Length: \"5\"", "hello", "400"),
        post("9110 §8.6 fullwidth digits", "Content-Length: ５", "hello", "400"),
        post("9110 §8.6 Arabic digits", "Content-Length: ٥", "hello", "400"),
        post("9110 §8.6 a list of equals", "Content-Length: 5, 5", "hello", "400"),
        post("9110 §8.6 a list", "Content-Length: 5,6", "hello", "400"),
        post("9110 §8.6 a comma", "Content-Length: 5,", "hello", "400"),
        post("9110 §8.6 another value", "Content-Length: 5\r\nContent-Length: 6", "hello", "400"),
        post("9110 §8.6 the same value", "Content-Length: 5\r\nContent-Length: 5", "hello", "400"),
        post("9110 §8.6 another case", "Content-Length: 5\r\ncontent-length: 0", "hello", "400"),
        post("9110 §8.6 19 digits", "Content-Length: 1000000000000000000", "", "400"),
        post("9110 §8.6 over 64 bits", "Content-Length: 18446744073709551621", "hello", "400"),
        post("9110 §15.5.14 18 digits", "Content-Length: 999999999999999999", "", "POST / length 999999999999999999", "413"),
    ]

    static let codings: [RequestRow] = [
        post("9112 §7.1 chunked", "Transfer-Encoding: chunked", "0\r\n\r\n", "POST / chunked", "end"),
        post("9112 §7 no case", "transfer-encoding: CHUNKED", "0\r\n\r\n", "POST / chunked", "end"),
        post("9112 §6.3 with Content-Length", "Transfer-Encoding: chunked\r\nContent-Length: 5", "0\r\n\r\n", "400"),
        post("9112 §6.3 with Content-Length in front", "Content-Length: 5\r\nTransfer-Encoding: chunked", "0\r\n\r\n", "400"),
        post("9112 §6.3 any coding with Content-Length", "Content-Length: 5\r\nTransfer-Encoding: gzip", "hello", "400"),
        post("9112 §6.1 an unknown coding first", "Transfer-Encoding: gzip, chunked", "0\r\n\r\n", "501"),
        post("9112 §6.1 an unregistered coding first", "Transfer-Encoding: x-zip , chunked", "0\r\n\r\n", "501"),
        post("9112 §6.3 chunked not last", "Transfer-Encoding: chunked, gzip", "0\r\n\r\n", "400"),
        post("9112 §6.3 not chunked at all", "Transfer-Encoding: gzip", "hello", "400"),
        post("9112 §6.3 identity", "Transfer-Encoding: identity", "hello", "400"),
        post("9112 §6.1 chunked twice", "Transfer-Encoding: chunked, chunked", "0\r\n\r\n", "400"),
        post("9112 §6.1 chunked thrice around gzip", "Transfer-Encoding: chunked, gzip, chunked", "0\r\n\r\n", "400"),
        post("9112 §6.1 two fields", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", "0\r\n\r\n", "400"),
        post("9112 §6.1 two fields, identity", "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked", "0\r\n\r\n", "400"),
        post("9112 §6.1 empty", "Transfer-Encoding:", "0\r\n\r\n", "400"),
        post("9110 §5.6.1 an empty element first", "Transfer-Encoding: ,chunked", "0\r\n\r\n", "400"),
        post("9110 §5.6.1 an empty element last", "Transfer-Encoding: chunked,", "0\r\n\r\n", "400"),
        post("9112 §7 no blank in front", "Transfer-Encoding:chunked", "0\r\n\r\n", "POST / chunked", "end"),
        post("9112 §5 two blanks in front", "Transfer-Encoding:  chunked", "0\r\n\r\n", "400"),
        post("9112 §5 a tab in front", "Transfer-Encoding:\tchunked", "0\r\n\r\n", "400"),
        post("9112 §5 a blank behind", "Transfer-Encoding: chunked ", "0\r\n\r\n", "400"),
        post("9112 §5 a tab behind", "Transfer-Encoding: chunked\t", "0\r\n\r\n", "400"),
        post("9112 §7 a parameter", "Transfer-Encoding: chunked;a=b", "0\r\n\r\n", "400"),
        post("9112 §7 quotes", "Transfer-Encoding: \"chunked\"", "0\r\n\r\n", "400"),
        post("9112 §7 a prefix", "Transfer-Encoding: xchunked", "0\r\n\r\n", "400"),
        post("9112 §7 a suffix", "Transfer-Encoding: chunkedx", "0\r\n\r\n", "400"),
        post("9112 §7 a word behind", "Transfer-Encoding: chunked x", "0\r\n\r\n", "400"),
        post("9112 §7 a vertical tab in front", "Transfer-Encoding: \u{B}chunked", "0\r\n\r\n", "400"),
        post("9112 §7 the Kelvin sign", "Transfer-Encoding: chun\u{212A}ed", "0\r\n\r\n", "400"),
        post("9112 §7 the long s", "Tran\u{17F}fer-Encoding: chunked", "0\r\n\r\n", "400"),
        RequestRow("9112 §6.1 in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400"),
        RequestRow(
            "9112 §6.1 with Connection: keep-alive in HTTP/1.0",
            "POST / HTTP/1.0\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400"),
        RequestRow(
            "9110 §9.3.1 a GET's chunks are framed too",
            "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n", "GET / chunked", "body hi",
            "end"),
        post("9110 §6.6.2 a similar name is another field", "Transfer_Encoding: chunked", "", "POST /", "end"),
    ]

    static let unknownLengths: [RequestRow] = [
        RequestRow(
            "9112 §6.3 a POST of 1.1 without either has no content", "POST / HTTP/1.1\r\nHost: a\r\n\r\n", "POST /", "end"),
        RequestRow("9110 §15.5.12 a POST of 1.0", "POST / HTTP/1.0\r\n\r\na=b", "411"),
        RequestRow("9110 §15.5.12 that asks for more", "POST / HTTP/1.0\r\nConnection: keep-alive\r\n\r\na=b", "411"),
        RequestRow("9110 §15.5.12 a PUT of 1.0", "PUT / HTTP/1.0\r\n\r\nhello", "411"),
        RequestRow("9110 §15.5.12 a PATCH of 1.0", "PATCH / HTTP/1.0\r\n\r\nhello", "411"),
        RequestRow("9110 §15.5.12 nothing, said so", "POST / HTTP/1.0\r\nContent-Length: 0\r\n\r\n", "POST / length 0", "end"),
        RequestRow("9110 §15.5.12 a DELETE of 1.0", "DELETE / HTTP/1.0\r\n\r\n", "DELETE /", "end"),
    ]

    @Test(arguments: unknownLengths)
    func `what might have content in 1.0 says how much`(row: RequestRow) { row.check() }

    @Test(arguments: lengths)
    func `a length is decimal digits, once`(row: RequestRow) { row.check() }

    @Test(arguments: codings)
    func `a transfer coding is chunked, alone, in 1.1`(row: RequestRow) { row.check() }
}
