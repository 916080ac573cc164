import Permitting

/// Hands mail to a command that works like sendmail: recipients from the headers, the text on its standard input, its fate by exit
/// code. One mail is one run.
public struct Sendmail: MailCarrier {
    public static let usualSeconds = 60
    /// After `isStopping` became true no call lasts longer.
    public static let secondsToStop = 4

    let command: [String]
    let writer: MessageWriter
    let seconds: Int
    var secondsToFinish = 3
    let isStopping: @Sendable () -> Bool

    /// `command` as at a prompt without quotes, "/usr/sbin/sendmail -i -t"; nil where it is empty. The sender's address becomes the
    /// envelope's too (`-f`), so that what cannot be delivered comes back to the office.
    public init?(
        command: String, sender: Mailbox, seconds: Int = usualSeconds, isStopping: @escaping @Sendable () -> Bool = { false }
    ) {
        let words = command.split { $0 == " " || $0 == "\t" }.map(String.init)
        guard !words.isEmpty else { return nil }
        self.command = words + ["-f", sender.address.rawValue]
        self.seconds = seconds
        self.isStopping = isStopping
        writer = MessageWriter(sender: sender)
    }

    public func deliver(_ message: Message, at now: Instant) -> MailDelivery {
        // Mail programs of Unix take lines as Unix ends them.
        let text = writer.bytes(message, at: now).filter { $0 != 13 }
        do throws(ProgramRun.Failure) {
            let run = try ProgramRun(
                command, input: text, seconds: seconds, secondsToFinish: secondsToFinish, isStopping: isStopping)
            return ExitCode.delivery(run.code, complaint: run.complaint)
        } catch {
            return .later(error.description)
        }
    }
}
