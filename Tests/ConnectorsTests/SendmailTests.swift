import Foundation
import Permitting
import TestSupport
import Testing

@testable import Connectors

/// Shell scripts stand in for the mail program.
struct SendmailTests {
    private let place: TemporaryFolder
    private let sender: Mailbox

    init() throws {
        place = try TemporaryFolder()
        sender = Mailbox("Kootenai County", try #require(EmailAddress(rawValue: "permits@example.com")))
    }

    private func deliver(
        _ script: String, body: String = "Hello", seconds: Int = 30, isStopping: @escaping @Sendable () -> Bool = { false }
    ) throws -> MailDelivery {
        let file = try place.write(script, to: "mail-program")
        let sendmail = try #require(
            Sendmail(command: "sh \(file) -i  -t", sender: sender, seconds: seconds, isStopping: isStopping))
        return sendmail.deliver(try message(body), at: Instant(0))
    }

    private func message(_ body: String) throws -> Message {
        let to = Mailbox("RICH", try #require(EmailAddress(rawValue: "rich@example.com")))
        let id = try #require(MessageID(unique: "abc", host: "example.gov"))
        return Message(id: id, kind: .passwordChanged, to: to, subject: "Hello", body: body)
    }

    private func read(_ name: String) throws -> String { try String(contentsOfFile: place.file(name), encoding: .utf8) }

    @Test func `the program gets its words, the office's address as the sender, and the mail`() throws {
        #expect(try deliver("printf '%s|' \"$@\" >\(place.file("words")); cat >\(place.file("mail"))") == .taken)
        #expect(try read("words") == "-i|-t|-f|permits@example.com|")
        let mail = try read("mail")
        #expect(mail.hasPrefix("From: Kootenai County <permits@example.com>\nTo: RICH <rich@example.com>\n"))
        #expect(mail.hasSuffix("\n\nHello\n") && !mail.contains("\r"))
    }

    @Test(arguments: [
        (65, MailDelivery.never("no good")), (67, .never("no good")), (64, .later("no good")), (68, .later("no good")),
        (69, .later("no good")), (70, .later("no good")), (75, .later("no good")), (77, .later("no good")),
        (78, .later("no good")),
        (1, .later("no good")), (255, .later("no good")), (0, .taken),
    ])
    func `only what is the mail's own fault is final`(code: Int, delivery: MailDelivery) throws {
        #expect(try deliver("cat >/dev/null; echo 'no  \tgood' >&2; exit \(code)") == delivery)
    }

    @Test func `a program that says nothing has its code as the reason`() throws {
        #expect(try deliver("exit 75") == .later("the mail program ended with 75"))
    }

    @Test func `a program that is not there is a reason to try again`() throws {
        let sendmail = try #require(Sendmail(command: place.file("nothing") + " -t", sender: sender))
        guard case .later(let reason) = sendmail.deliver(try message("Hello"), at: Instant(0)) else {
            Issue.record("not to be tried again")
            return
        }
        #expect(reason.contains("could not be started: No such file or directory"))
    }

    @Test func `a program that hangs is ended, and what it started too`() throws {
        let fifo = place.file("fifo")
        try #require(mkfifo(fifo, 0o600) == 0)
        let end = open(fifo, O_RDONLY | O_NONBLOCK)
        defer { close(end) }
        let script = "exec 9>\(fifo); echo begun >&9; sleep 300 & cat >/dev/null; wait"
        #expect(try deliver(script, seconds: 1) == .later("sh did not end in time"))
        // It ends once nobody is left who could write to it.
        _ = fcntl(end, F_SETFL, 0)
        #expect(try FileHandle(fileDescriptor: end).readToEnd() == Data("begun\n".utf8))
    }

    @Test func `a program that reads nothing, or ends early, blocks nobody`() throws {
        let long = String(repeating: "0123456789\n", count: 200_000)
        #expect(try deliver("exit 0", body: long) == .taken)
        #expect(try deliver("exec <&-; echo closed >&2; exit 75", body: long) == .later("closed"))
    }

    @Test func `a long mail comes through whole, and so much of a long complaint`() throws {
        let long = String(repeating: "0123456789\n", count: 50_000)
        let script = "cat >\(place.file("mail")); head -c 300000 /dev/zero | tr '\\0' x >&2; exit 75"
        guard case .later(let reason) = try deliver(script, body: long) else {
            Issue.record("not to be tried again")
            return
        }
        #expect(reason == String(repeating: "x", count: 2_000))
        #expect(try read("mail").hasSuffix("\n\n" + long + "\n"))
    }

    @Test func `a program that is killed is a reason to try again`() throws {
        #expect(try deliver("kill -9 $$") == .later("sh was ended by signal 9"))
    }

    @Test func `signals that this program ignores end the other one as usual`() throws {
        signal(SIGUSR1, SIG_IGN)
        defer { signal(SIGUSR1, SIG_DFL) }
        #expect(try deliver("kill -USR1 $$; exit 0") == .later("sh was ended by signal \(SIGUSR1)"))
    }

    @Test func `when the portal ends, a program that hangs is not waited for`() throws {
        let file = try place.write("cat >/dev/null; sleep 300", to: "mail-program")
        var sendmail = try #require(Sendmail(command: "sh \(file)", sender: sender, seconds: 300) { true })
        sendmail.secondsToFinish = 0
        #expect(sendmail.deliver(try message("Hello"), at: Instant(0)) == .later("sh did not end in time"))
    }

    @Test(arguments: ["", "  ", "\t"])
    func `no words are no program`(command: String) {
        #expect(Sendmail(command: command, sender: sender) == nil)
    }
}
