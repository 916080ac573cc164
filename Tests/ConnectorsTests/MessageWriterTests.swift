import Permitting
import Testing

@testable import Connectors

struct MessageWriterTests {
    private static let now = Instant(20_777 * 86_400 + 18 * 3_600 + 7)

    private func mailbox(_ name: String, _ address: String = "rich@example.com") throws -> Mailbox {
        Mailbox(name, try #require(EmailAddress(rawValue: address)))
    }

    private func written(name: String = "RICH CONTRACTOR", subject: String = "Hello", body: String = "Hello") throws -> String {
        let writer = MessageWriter(sender: try mailbox("Kootenai County", "permits@example.com"))
        let id = try #require(MessageID(unique: "abc", host: "permits.example.gov"))
        let message = Message(id: id, kind: .passwordChanged, to: try mailbox(name), subject: subject, body: body)
        return String(decoding: writer.bytes(message, at: Self.now), as: UTF8.self)
    }

    private func header(_ name: String, in text: String) throws -> String {
        let head = try #require(text.split(separator: "\r\n\r\n", maxSplits: 1).first)
        let unfolded = head.replacing("\r\n ", with: " ")
        let line = try #require(unfolded.split(separator: "\r\n").first { $0.hasPrefix(name + ": ") })
        return String(line.dropFirst(name.utf8.count + 2))
    }

    @Test func `a mail has each header once, and its text below them`() throws {
        #expect(
            try written(subject: "Your password was changed", body: "RICH CONTRACTOR:\n\nIt was changed.") == """
                From: Kootenai County <permits@example.com>\r
                To: RICH CONTRACTOR <rich@example.com>\r
                Subject: Your password was changed\r
                Date: Fri, 20 Nov 2026 18:00:07 +0000\r
                Message-ID: <abc@permits.example.gov>\r
                Auto-Submitted: auto-generated\r
                MIME-Version: 1.0\r
                Content-Type: text/plain; charset=utf-8\r
                Content-Transfer-Encoding: quoted-printable\r
                \r
                RICH CONTRACTOR:\r
                \r
                It was changed.\r

                """)
    }

    @Test(arguments: [
        ("RICH CONTRACTOR", "RICH CONTRACTOR <rich@example.com>"), ("", "<rich@example.com>"),
        ("Rich, Inc.", "\"Rich, Inc.\" <rich@example.com>"), ("A \"B\" \\ C", "\"A \\\"B\\\" \\\\ C\" <rich@example.com>"),
        ("Müller", "=?utf-8?Q?M=C3=BCller?= <rich@example.com>"), ("a=?b", "=?utf-8?Q?a=3D=3Fb?= <rich@example.com>"),
        ("x <a@b.c>", "\"x <a@b.c>\" <rich@example.com>"),
        ("Zoë\r\nBcc: a@b.c", "=?utf-8?Q?Zo=C3=AB_Bcc=3A_a=40b=2Ec?= <rich@example.com>"),
    ])
    func `a name is written so that it stays one`(name: String, line: String) throws {
        #expect(try header("To", in: try written(name: name)) == line)
    }

    @Test(arguments: [
        ("Hello", "Hello"), ("Größe", "=?utf-8?Q?Gr=C3=B6=C3=9Fe?="), ("50% = half?", "50% = half?"),
        ("Changed – Kootenai", "=?utf-8?Q?Changed_=E2=80=93_Kootenai?="),
        ("=?utf-8?Q?fake?=", "=?utf-8?Q?=3D=3Futf-8=3FQ=3Ffake=3F=3D?="), ("a\r\nX-Evil: 1", "a X-Evil: 1"),
    ])
    func `a subject beyond ASCII is encoded words, and no other is`(subject: String, line: String) throws {
        #expect(try header("Subject", in: try written(subject: subject)) == line)
    }

    @Test(arguments: [
        String(repeating: "word ", count: 60), String(repeating: "Straße ", count: 40), String(repeating: "漢字", count: 50),
        String(repeating: "x", count: 300), String(repeating: "👷🏽‍♀️", count: 20),
    ])
    func `no line is longer than 78 characters, and no character is cut in two`(text: String) throws {
        let mail = try written(name: text, subject: text, body: text + "\n" + text)
        #expect(mail.utf8.allSatisfy { $0 < 0x80 })
        for line in mail.split(separator: "\r\n") { #expect(line.utf8.count <= 78, "\(line)") }
        for word in mail.matches(of: #/=\?utf-8\?Q\?([^?]*)\?=/#) {
            let whole = String(validating: try Self.bytes(String(word.1)), as: UTF8.self)
            #expect(word.0.utf8.count <= 75 && whole != nil)
        }
    }

    /// What a "Q" encoded word stands for.
    private static func bytes(_ encoded: String) throws -> [UInt8] {
        var (bytes, rest) = ([UInt8](), Array(encoded.utf8)[...])
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "=") else {
                bytes.append(byte == UInt8(ascii: "_") ? UInt8(ascii: " ") : byte)
                continue
            }
            bytes.append(try #require(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)))
            rest = rest.dropFirst(2)
        }
        return bytes
    }

    @Test(arguments: [
        ("a=b", "a=3Db"), ("é", "=C3=A9"), ("tab\tin", "tab\tin"), (".", "=2E"), ("..", "=2E."), ("From me", "=46rom me"),
        ("Fromage", "Fromage"), ("", ""), ("a\n\nb", "a\r\n\r\nb"), ("\u{A0}", "=C2=A0"),
    ])
    func `a body is quoted-printable`(body: String, encoded: String) {
        #expect(String(decoding: QuotedPrintable.encode(body), as: UTF8.self) == encoded + "\r\n")
    }

    @Test func `long lines go on in the next, with room for the sign that says so`() {
        for length in 74...80 {
            for end in ["x", "=", "é"] {
                let text = String(repeating: "x", count: length) + end
                let encoded = String(decoding: QuotedPrintable.encode(text), as: UTF8.self)
                for line in encoded.split(separator: "\r\n") { #expect(line.utf8.count <= 76) }
                let joined = encoded.replacing("=\r\n", with: "").replacing("\r\n", with: "")
                #expect(joined == String(repeating: "x", count: length) + (end == "x" ? "x" : end == "=" ? "=3D" : "=C3=A9"))
            }
        }
    }
}
