import Connectors
import Foundation
import Permitting
import TestSupport
import Testing

struct MailFolderTests {
    private static func message(_ unique: String = "one") throws -> Message {
        let to = Mailbox("FOX VALLEY ELECTRIC", try #require(EmailAddress(rawValue: "office@example.com")))
        let id = try #require(MessageID(unique: unique, host: "example.gov"))
        return Message(
            id: id, kind: .passwordReset, to: to, subject: "Reset your password", body: "Reset Password:\nhttp://…/abc")
    }

    @Test func `a mail is a file of plain text that only its owner can read, and there once however often it comes`() throws {
        let place = try TemporaryFolder()
        let folder = MailFolder(path: place.file("mail"))
        for _ in 0..<2 { #expect(folder.deliver(try Self.message(), at: Instant(0)) == .taken) }
        #expect(folder.deliver(try Self.message("two"), at: Instant(0)) == .taken)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
                "one@example.gov.txt", "two@example.gov.txt",
            ])
        let text = try String(contentsOfFile: folder.path + "/one@example.gov.txt", encoding: .utf8)
        #expect(text == "To: office@example.com\nSubject: Reset your password\n\nReset Password:\nhttp://…/abc\n")
        #expect(try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions] as? Int == 0o700)
    }

    @Test func `a folder that cannot be written is told, and the mail waits`() throws {
        let place = try TemporaryFolder()
        let folder = MailFolder(path: try place.write("", to: "file"))
        guard case .later(let reason) = folder.deliver(try Self.message(), at: Instant(0)) else {
            Issue.record("it was taken")
            return
        }
        #expect(reason.contains("cannot be written into \(folder.path)"))
    }
}
