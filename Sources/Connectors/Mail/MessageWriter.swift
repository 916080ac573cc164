import Permitting

/// Writes a mail as mail programs take it (RFC 5322, MIME by RFC 2045): headers and body in ASCII, lines that end in CRLF.
struct MessageWriter {
    let sender: Mailbox

    func bytes(_ message: Message, at now: Instant) -> [UInt8] {
        let headers = [
            HeaderLine("From", mailbox: sender),
            HeaderLine("To", mailbox: message.recipient),
            HeaderLine("Subject", text: message.subject),
            HeaderLine("Date", words: Self.date(now)),
            HeaderLine("Message-ID", words: ["<\(message.id.rawValue)>"]),
            // Nobody's holiday notice should answer it (RFC 3834 §5).
            HeaderLine("Auto-Submitted", words: ["auto-generated"]),
            HeaderLine("MIME-Version", words: ["1.0"]),
            HeaderLine("Content-Type", words: ["text/plain;", "charset=utf-8"]),
            HeaderLine("Content-Transfer-Encoding", words: ["quoted-printable"]),
        ]
        return Array((headers.map(\.text).joined() + "\r\n").utf8) + QuotedPrintable.encode(message.body)
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// "Fri, 20 Nov 2026 18:00:00 +0000" (RFC 5322 §3.3), in words.
    private static func date(_ now: Instant) -> [String] {
        let day = AgencyDay(ordinal: now.seconds / 86_400)
        let seconds = now.seconds % 86_400
        let time = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        let (year, month, date) = day.civil
        return [
            weekdays[day.weekday] + ",", String(date), months[month - 1], String(year), time.joined(separator: ":"), "+0000",
        ]
    }
}
