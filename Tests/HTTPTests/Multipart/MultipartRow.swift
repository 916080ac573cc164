import HTTP
import Testing

/// One raw body with the boundary "b", the rule it stands for and what has to come of it: its parts, or the error.
struct MultipartRow: Sendable, CustomTestStringConvertible {
    let rule: String
    let raw: [UInt8]
    let expected: Outcome
    var limits = MultipartLimits()

    enum Outcome: Equatable, Sendable {
        case parts([String])
        case failure(MultipartError)
    }

    /// Parts as "name=value", "name[file name|type]=content".
    init(_ rule: String, _ raw: String, _ parts: String...) {
        self.rule = rule
        self.raw = Array(raw.utf8)
        expected = .parts(parts)
    }

    init(_ rule: String, _ raw: String, fails error: MultipartError) {
        self.init(rule, bytes: Array(raw.utf8), fails: error)
    }

    init(_ rule: String, bytes: [UInt8], fails error: MultipartError) {
        self.rule = rule
        raw = bytes
        expected = .failure(error)
    }

    /// One part with these header lines and the content "x".
    static func header(_ rule: String, _ lines: String, _ part: String) -> MultipartRow {
        MultipartRow(rule, "--b\r\n\(lines)\r\n\r\nx\r\n--b--\r\n", part)
    }

    static func header(_ rule: String, _ lines: String, fails error: MultipartError) -> MultipartRow {
        MultipartRow(rule, "--b\r\n\(lines)\r\n\r\nx\r\n--b--\r\n", fails: error)
    }

    func limited(_ change: (inout MultipartLimits) -> Void) -> MultipartRow {
        var row = self
        change(&row.limits)
        return row
    }

    var testDescription: String { "\(rule): " + String(decoding: raw.prefix(90), as: UTF8.self).debugDescription }

    /// Whole, cut in two at every place, byte by byte.
    func check() {
        #expect(outcome(of: [raw[...]]) == expected, "\(rule)")
        for place in raw.indices {
            #expect(outcome(of: [raw[..<place], raw[place...]]) == expected, "\(rule), cut at \(place)")
        }
        #expect(outcome(of: raw.indices.map { raw[$0...$0] }) == expected, "\(rule), byte by byte")
    }

    private func outcome(of pieces: [ArraySlice<UInt8>]) -> Outcome {
        do throws(MultipartError) {
            var parser = MultipartParser(boundary: try MultipartBoundary("b"), limits: limits)
            for piece in pieces { try parser.receive(piece) }
            return .parts(try parser.finish().map(line))
        } catch {
            return .failure(error)
        }
    }

    private func line(_ part: MultipartPart) -> String {
        let content = String(decoding: raw[part.content], as: UTF8.self)
        guard let fileName = part.fileName else { return "\(part.name)=\(content)" }
        return "\(part.name)[\(fileName)|\(part.contentType ?? "-")]=\(content)"
    }
}
