import HTTP
import Testing

struct PartHeaderTests {
    private static func file(_ rule: String, _ name: String, _ expected: String) -> MultipartRow {
        .header(rule, "Content-Disposition: form-data; name=f; filename=\(name)", "f[\(expected)|-]=x")
    }

    private static func disposition(_ rule: String, _ value: String, fails error: MultipartError) -> MultipartRow {
        .header(rule, "Content-Disposition: \(value)", fails: error)
    }

    static let fields: [MultipartRow] = [
        .header("7578 §4.2 a token", "Content-Disposition: form-data; name=a", "a=x"),
        .header("7578 §4.2 quotes", "Content-Disposition: form-data; name=\"a b;c\"", "a b;c=x"),
        .header("9110 §5.1 names have no case", "CONTENT-disposition:Form-Data;NAME=\"a\"", "a=x"),
        .header("9110 §5.6.6 blanks around semicolons", "Content-Disposition: form-data \t; name=a ;", "a=x"),
        .header("9110 §5.6.6 empty parameters", "Content-Disposition: form-data;; ;name=a;;", "a=x"),
        .header("7578 §4.2 other parameters", "Content-Disposition: form-data; size=\"1\"; name=a", "a=x"),
        .header("7578 §5.1 UTF-8 as it is", "Content-Disposition: form-data; name=\"Größe\"", "Größe=x"),
        .header("HTML Standard, what browsers escape", "Content-Disposition: form-data; name=\"%22a%0d%0A%22\"", "\"a\r\n\"=x"),
        .header("HTML Standard, what they do not", "Content-Disposition: form-data; name=\"100%%2%41%2\"", "100%%2%41%2=x"),
        .header("9110 §5.6.4 quoted pairs", "Content-Disposition: form-data; name=\"\\\"a\\\\b\\\"\"", "\"a\\b\"=x"),
        .header("7578 §4.8 other fields", "X-Y: z\r\nContent-Disposition: form-data; name=a\r\nContent-Length: 7", "a=x"),
        .header(
            "7578 §4.4 a media type",
            "Content-Type: application/pdf; a=b\r\nContent-Disposition: form-data; name=f; filename=p",
            "f[p|application/pdf; a=b]=x"
        ),
        .header(
            "7578 §4.7 an encoding that changes nothing",
            "Content-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: 8BIT", "a=x"),

        .header("7578 §4.2 no disposition", "Content-Type: text/plain", fails: .nameless(part: 1)),
        disposition("7578 §4.2 no name", "form-data", fails: .nameless(part: 1)),
        disposition("7578 §4.2 a file without a field's name", "form-data; filename=a", fails: .nameless(part: 1)),
        disposition("7578 §4.2 another disposition", "attachment; name=a", fails: .headerMalformed(part: 1)),
        disposition("7578 §4.2 a disposition that only begins so", "form-datax; name=a", fails: .headerMalformed(part: 1)),
        disposition("7578 §4.2 none", "; name=a", fails: .headerMalformed(part: 1)),
        disposition("9110 §5.6.6 two names", "form-data; name=a; Name=b", fails: .headerMalformed(part: 1)),
        disposition("9110 §5.6.6 two file names", "form-data; name=a; filename=b; filename=c", fails: .headerMalformed(part: 1)),
        disposition("9110 §5.6.6 a blank before the sign", "form-data; name =a", fails: .headerMalformed(part: 1)),
        disposition("9110 §5.6.6 a blank after the sign", "form-data; name= a", fails: .headerMalformed(part: 1)),
        disposition("9110 §5.6.6 no value", "form-data; name=", fails: .headerMalformed(part: 1)),
        disposition("9110 §5.6.6 no sign", "form-data; name", fails: .headerMalformed(part: 1)),
        disposition("9110 §5.6.6 a comma", "form-data, name=a", fails: .headerMalformed(part: 1)),
        disposition("9110 §5.6.4 no closing quote", "form-data; name=\"a", fails: .headerMalformed(part: 1)),
        disposition("9110 §5.6.4 an escaped closing quote", "form-data; name=\"a\\\"", fails: .headerMalformed(part: 1)),
        disposition("9110 §5.6.4 more behind the quote", "form-data; name=\"a\"b", fails: .headerMalformed(part: 1)),
        disposition(
            "7578 §4.2 an extended file name", "form-data; name=a; filename*=UTF-8''b", fails: .extendedParameter(part: 1)),
        disposition("7578 §4.2 an extended name", "form-data; name=a; name*=UTF-8''b", fails: .extendedParameter(part: 1)),
        disposition("9110 §5.5 NUL", "form-data; name=\"a\0\"", fails: .headerMalformed(part: 1)),
        .header(
            "2046 §5.1 two dispositions", "Content-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b",
            fails: .headerMalformed(part: 1)),
        .header(
            "2046 §5.1 two media types", "Content-Disposition: form-data; name=a\r\nContent-Type: a/b\r\nContent-Type: a/b",
            fails: .headerMalformed(part: 1)),
        .header(
            "9112 §5.2 a folded line", "Content-Disposition: form-data; name=a;\r\n filename=b", fails: .headerMalformed(part: 1)),
        .header(
            "9112 §5.1 a blank before the colon", "Content-Disposition : form-data; name=a", fails: .headerMalformed(part: 1)),
        .header("9112 §2.2 a bare LF", "X: y\nContent-Disposition: form-data; name=a", fails: .headerMalformed(part: 1)),
        .header("9112 §2.2 a bare CR", "X: y\rContent-Disposition: form-data; name=a", fails: .headerMalformed(part: 1)),
        .header("9112 §5 no colon", "hello", fails: .headerMalformed(part: 1)),
        .header(
            "7578 §4.7 base64", "Content-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64",
            fails: .encoded(part: 1)),
        MultipartRow(
            "3629 §3 a name that is not UTF-8",
            bytes: Array("--b\r\nContent-Disposition: form-data; name=\"".utf8) + [0xFF] + Array("\"\r\n\r\nx\r\n--b--".utf8),
            fails: .notUTF8(part: 1)),
        MultipartRow("2046 §5.1 no header at all", "--b\r\n\r\nx\r\n--b--", fails: .nameless(part: 1)),
    ]

    static let files: [MultipartRow] = [
        file("7578 §4.2 a token", "plan.pdf", "plan.pdf"),
        file("7578 §4.2 quotes", "\"site plan.pdf\"", "site plan.pdf"),
        file("7578 §4.2 none chosen", "\"\"", ""),
        file("7578 §4.2 folders", "\"/etc/passwd\"", "passwd"),
        file("7578 §4.2 folders of Windows", "\"C:\\Plans\\new\\plan.pdf\"", "plan.pdf"),
        file("7578 §4.2 folders of both kinds", "\"a\\b/c\\d.pdf\"", "d.pdf"),
        file("7578 §4.2 a way up", "\"../../plan.pdf\"", "plan.pdf"),
        file("7578 §4.2 nothing but a way up", "\"a/..\"", ""),
        file("7578 §4.2 a folder itself", "\".\"", ""),
        file("7578 §4.2 a folder's slash at the end", "\"plans/\"", ""),
        file("7578 §4.2 dots within", "\"a..b...\"", "a..b..."),
        file("HTML Standard, quotes escaped by browsers", "\"a %22b%22.pdf\"", "a \"b\".pdf"),
        file("9110 §5.6.4 quotes escaped by others", "\"a \\\"b\\\".pdf\"", "a \"b\".pdf"),
        file("9110 §5.5 a line end makes no header", "\"a%0D%0ASet-Cookie: b.pdf\"", "a  Set-Cookie: b.pdf"),
        file("7578 §5.1 UTF-8", "\"Grundstück 計画.pdf\"", "Grundstück 計画.pdf"),
        file("3986 §2.1 nothing else is decoded", "\"a%2Fb%00.pdf\"", "a%2Fb%00.pdf"),
    ]

    @Test(arguments: fields)
    func `a part says once and plainly which field it is`(row: MultipartRow) { row.check() }

    @Test(arguments: files)
    func `a file's name is text and no path`(row: MultipartRow) { row.check() }
}
