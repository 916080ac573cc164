import HTTP
import Testing

/// One raw request, the rule it stands for and what has to come of it: "GET /path", "body …", "end", or the code of a
/// refusal. A last line missing means that the parser still waits.
struct RequestRow: Sendable, CustomTestStringConvertible {
    let rule: String
    let raw: [UInt8]
    let expected: [String]
    var limits = RequestLimits()
    var limitBody: Int?

    init(_ rule: String, _ raw: String, _ expected: String...) {
        self.init(rule, bytes: Array(raw.utf8), expected)
    }

    init(_ rule: String, bytes: [UInt8], _ expected: [String]) {
        self.rule = rule
        raw = bytes
        self.expected = expected
    }

    /// A GET of that target.
    static func target(_ rule: String, _ target: String, _ expected: String...) -> RequestRow {
        RequestRow(rule, bytes: Array("GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n".utf8), expected)
    }

    /// A GET of "/" with these lines after its Host.
    static func fields(_ rule: String, _ fields: String, _ expected: String...) -> RequestRow {
        RequestRow(rule, bytes: Array("GET / HTTP/1.1\r\nHost: a\r\n\(fields)\r\n\r\n".utf8), expected)
    }

    /// A chunked POST to "/" with this content.
    static func chunks(_ rule: String, _ content: String, _ expected: String...) -> RequestRow {
        let head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        return RequestRow(rule, bytes: Array((head + content).utf8), ["POST / chunked"] + expected)
    }

    func limited(to body: Int? = nil, _ change: (inout RequestLimits) -> Void = { _ in }) -> RequestRow {
        var row = self
        change(&row.limits)
        row.limitBody = body
        return row
    }

    var testDescription: String {
        "\(rule): " + String(decoding: raw.prefix(90), as: UTF8.self).debugDescription
    }

    /// Whole, cut in two at every place, byte by byte; then behind a good request, then in front of one.
    func check() {
        let whole = transcript(of: [raw[...]])
        #expect(whole.lines == expected, "\(rule): \(whole.reason)")
        for place in raw.indices {
            let cut = transcript(of: [raw[..<place], raw[place...]])
            #expect(cut == whole, "\(rule), cut at \(place)")
        }
        let single = transcript(of: raw.indices.map { raw[$0...$0] })
        #expect(single == whole, "\(rule), byte by byte")
        checkPairs(with: whole)
    }

    private func checkPairs(with alone: Transcript) {
        let good = Array("GET /good HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
        let goodLines = ["GET /good", "end"]
        checkFeedings(of: good + raw, give: goodLines + expected)
        let isComplete = expected.last == "end"
        let isRefused = expected.last.flatMap { Int($0) } != nil
        // After a refusal or a last request nothing more may be read.
        if isComplete && alone.keepsAlive { checkFeedings(of: raw + good, give: expected + goodLines) }
        if isRefused || (isComplete && !alone.keepsAlive) { checkFeedings(of: raw + good, give: expected) }
    }

    private func checkFeedings(of bytes: [UInt8], give lines: [String]) {
        let whole = transcript(of: [bytes[...]])
        #expect(whole.lines == lines, "\(rule), as a pair: \(whole.reason)")
        let single = transcript(of: bytes.indices.map { bytes[$0...$0] })
        #expect(single == whole, "\(rule), as a pair byte by byte")
        for place in stride(from: 1, to: bytes.count, by: 7) {
            let cut = transcript(of: [bytes[..<place], bytes[place...]])
            #expect(cut == whole, "\(rule), as a pair cut at \(place)")
        }
    }

    private func transcript(of pieces: [ArraySlice<UInt8>]) -> Transcript {
        Transcript(of: pieces, limits: limits, limitBody: limitBody)
    }
}
