import HTTP
import Testing

struct ChunkTests {
    static let sizes: [RequestRow] = [
        .chunks("9112 §7.1 one chunk", "5\r\nhello\r\n0\r\n\r\n", "body hello", "end"),
        .chunks("9112 §7.1 two chunks", "5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n", "body hello world", "end"),
        .chunks(
            "9112 §7.1 hexadecimal in both cases", "a\r\n0123456789\r\nB\r\nabcdefghijk\r\n0\r\n\r\n",
            "body 0123456789abcdefghijk", "end"),
        .chunks("9112 §7.1 zeros in front", "0005\r\nhello\r\n000\r\n\r\n", "body hello", "end"),
        .chunks("9112 §7.1 16 digits", "0000000000000005\r\nhello\r\n0\r\n\r\n", "body hello", "end"),
        .chunks("9112 §7.1 line ends in the data", "4\r\n\r\n\r\n\r\n0\r\n\r\n", "body \r\n\r\n", "end"),
        .chunks("9112 §8 no last chunk", "5\r\nhello\r\n", "body hello"),
        .chunks("9112 §8 no last empty line", "0\r\n"),
        .chunks("9112 §7.1 17 digits", "00000000000000005\r\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9112 §7.1 no digits", "\r\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9112 §7.1 a plus sign", "+5\r\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9112 §7.1 a minus sign", "-5\r\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9112 §7.1 minus nothing", "-0\r\n\r\n", "400"),
        .chunks("9112 §7.1 a prefix", "0x5\r\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9112 §7.1 an underscore", "0_5\r\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9112 §7.1 a blank in front", " 5\r\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9112 §7.1 a blank behind", "5 \r\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9112 §7.1 a tab behind", "5\t\r\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9112 §7.1 a blank within", "1 0\r\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9112 §7.1 letters beyond f", "g\r\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9112 §7.1 a fullwidth digit", "５\r\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9112 §7.1 NUL behind", "5\0\r\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9112 §2.2 a bare line feed", "5\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9112 §2.2 a bare carriage return", "5\rhello\r\n0\r\n\r\n", "400"),
        .chunks("9112 §2.2 a carriage return too many", "5\r\r\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9110 §15.5.14 over 63 bits", "8000000000000000\r\nhello", "413"),
        .chunks("9110 §15.5.14 64 bits", "ffffffffffffffff\r\nhello", "413"),
        .chunks("9110 §15.5.14 two that overflow together", "5\r\nhello\r\n7fffffffffffffff\r\n", "body hello", "413"),
    ]

    static let ends: [RequestRow] = [
        .chunks("9112 §7.1 a chunk longer than its size", "4\r\nhello\r\n0\r\n\r\n", "body hell", "400"),
        .chunks("9112 §7.1 a chunk shorter than its size", "6\r\nhello\r\n0\r\n\r\n", "body hello\r", "400"),
        .chunks("9112 §7.1 no end of the data", "5\r\nhello0\r\n\r\n", "body hello", "400"),
        .chunks("9112 §2.2 data end in a line feed", "5\r\nhello\n0\r\n\r\n", "body hello", "400"),
        .chunks("9112 §2.2 data end in a carriage return", "5\r\nhello\r0\r\n\r\n", "body hello", "400"),
        .chunks("9112 §7.1 another byte for the line feed", "5\r\nhello\rX0\r\n\r\n", "body hello", "400"),
        .chunks("9112 §7.1 another byte for the carriage return", "5\r\nhelloX\n0\r\n\r\n", "body hello", "400"),
        .chunks("9112 §2.2 data end in two carriage returns", "5\r\nhello\r\r\n0\r\n\r\n", "body hello", "400"),
        .chunks("9112 §2.2 the last chunk ends in a line feed", "0\n\r\n", "400"),
        .chunks("9112 §2.2 the body ends in a line feed", "0\r\n\n", "400"),
        .chunks("9112 §2.2 the body ends in CR CR LF", "0\r\n\r\r\n", "400"),
    ]

    static let extensions: [RequestRow] = [
        .chunks("9112 §7.1.1 a name", "5;a\r\nhello\r\n0\r\n\r\n", "body hello", "end"),
        .chunks("9112 §7.1.1 a name and a value", "5;a=b\r\nhello\r\n0;c=d\r\n\r\n", "body hello", "end"),
        .chunks("9112 §7.1.1 several", "5;a=b;c;d=\"e\"\r\nhello\r\n0\r\n\r\n", "body hello", "end"),
        .chunks("9110 §5.6.4 a quoted value", "5;a=\" ;\\\"=\\\\ \"\r\nhello\r\n0\r\n\r\n", "body hello", "end"),
        .chunks("9112 §7.1.1 no name", "5;\r\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9112 §7.1.1 no value", "5;a=\r\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9112 §7.1.1 no name but a value", "5;=b\r\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9112 §7.1.1 two equals signs", "5;a=b=c\r\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9112 §7.1.1 a blank before the semicolon", "5 ;a\r\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9112 §7.1.1 a blank behind the semicolon", "5; a\r\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9110 §5.6.4 no closing quote", "5;a=\"b\r\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9110 §5.6.4 the closing quote is escaped", "5;a=\"b\\\"\r\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9110 §5.6.4 more behind the quote", "5;a=\"b\"c\r\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9110 §5.6.4 a control in the quotes", "5;a=\"\u{1}\"\r\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9110 §5.6.4 an escaped control", "5;a=\"\\\u{1}\"\r\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9112 §2.2 a line feed in an extension", "5;a\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9112 §2.2 a line feed in quotes", "5;a=\"\n\"\r\nhello\r\n0\r\n\r\n", "400"),
        .chunks("9112 §2.2 a carriage return in an extension", "5;a\rb\r\nhello\r\n0\r\n\r\n", "400"),
    ]

    static let trailers: [RequestRow] = [
        .chunks("9112 §7.1.2 a trailer is read and let go", "0\r\nX-Checksum: 1\r\n\r\n", "end"),
        .chunks("9112 §7.1.2 several", "2\r\nhi\r\n0\r\nA: 1\r\nB: 2\r\n\r\n", "body hi", "end"),
        .chunks("9112 §7.1.2 half a trailer", "0\r\nX-Check"),
        .chunks("9110 §6.5.1 a length", "0\r\nContent-Length: 5\r\n\r\n", "400"),
        .chunks("9110 §6.5.1 a coding", "0\r\ntransfer-encoding: chunked\r\n\r\n", "400"),
        .chunks("9110 §6.5.1 a host", "0\r\nHOST: b\r\n\r\n", "400"),
        .chunks("9112 §5.1 a blank before the colon", "0\r\nA : 1\r\n\r\n", "400"),
        .chunks("9112 §5.2 a folded trailer", "0\r\nA: 1\r\n 2\r\n\r\n", "400"),
        .chunks("9112 §5 no colon", "0\r\nA\r\n\r\n", "400"),
        .chunks("9112 §5 a request instead of a trailer", "0\r\nGET /x HTTP/1.1\r\n\r\n", "400"),
        .chunks("9110 §5.5 a control", "0\r\nA: \0\r\n\r\n", "400"),
        .chunks("9112 §2.2 a bare line feed", "0\r\nA: 1\n\r\n", "400"),
    ]

    private static let forbidden = [
        "Content-Length", "Transfer-Encoding", "Trailer", "TE", "Connection", "Keep-Alive", "Proxy-Connection", "Upgrade", "Host",
        "Expect", "Max-Forwards", "Cache-Control", "Pragma", "Range", "If-Match", "If-None-Match", "If-Modified-Since",
        "If-Unmodified-Since", "If-Range", "Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "Origin", "Referer",
        "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Content-Encoding", "Content-Type",
        "Content-Range", "Content-Language", "Content-Location",
    ]

    @Test(arguments: forbidden)
    func `a field that frames, routes, admits or describes is no trailer`(name: String) {
        RequestRow.chunks("9110 §6.5.1 \(name)", "0\r\n\(name): 1\r\n\r\n", "400").check()
    }

    @Test(arguments: sizes)
    func `a chunk's size is hexadecimal digits and nothing else`(row: RequestRow) { row.check() }

    @Test(arguments: ends)
    func `a chunk ends where its size says`(row: RequestRow) { row.check() }

    @Test(arguments: extensions)
    func `a chunk's extensions are well-formed and ignored`(row: RequestRow) { row.check() }

    @Test(arguments: trailers)
    func `a trailer says nothing a header should have said`(row: RequestRow) { row.check() }
}
