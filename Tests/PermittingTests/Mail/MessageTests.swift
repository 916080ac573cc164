import Permitting
import Testing

struct MessageTests {
    private func message(subject: String = "", body: String = "", name: String = "") throws -> Message {
        let address = try #require(EmailAddress(rawValue: "rich@example.com"))
        let id = try #require(MessageID(unique: "abc", host: "permits.example.gov"))
        return Message(id: id, kind: .passwordChanged, to: Mailbox(name, address), subject: subject, body: body)
    }

    @Test(arguments: [
        ("Plain", "Plain"), (" two  blanks ", "two blanks"), ("a\r\nBcc: b@example.com", "a Bcc: b@example.com"),
        ("a\nb", "a b"), ("a\rb", "a b"), ("a\u{0}b\u{B}c\u{85}d\u{2028}e", "a b c d e"), ("a\u{202E}b", "a b"), ("\r\n", ""),
        ("Müller & Söhne", "Müller & Söhne"),
    ])
    func `a subject and a name are one line, whatever was typed`(typed: String, line: String) throws {
        #expect(try message(subject: typed).subject == line)
        #expect(try message(name: typed).recipient.name == line)
    }

    @Test(arguments: [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("a \t\nb", "a\nb"), ("a\u{0}\u{1B}[2Jb", "a[2Jb"), ("a\tb", "a\tb"), ("", ""),
        ("a\u{2028}b", "a\nb"), ("é ü 漢", "é ü 漢"),
    ])
    func `a body is lines of text that can be printed`(typed: String, body: String) throws {
        #expect(try message(body: typed).body == body)
    }

    @Test(arguments: [
        ("abc", "permits.example.gov", true), ("a-_Z9", "localhost", true), ("a", "[::1]", true), ("", "b", false),
        ("a", "", false),
        ("a b", "c", false), ("a>", "c", false), ("a\r\n", "c", false), ("a@b", "c", false),
    ])
    func `a message's name is plain characters around one sign`(unique: String, host: String, isOne: Bool) {
        #expect((MessageID(unique: unique, host: host) != nil) == isOne)
    }
}
