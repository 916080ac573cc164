import HTTP
import Mustache
import Permitting
import Storage

/// One of the tables of the office's mail.
struct MailList: Sendable {
    struct Row: Sendable {
        let id: Int
        let recipient: String
        let name: String
        let subject: String
        let written: String
        /// When it is tried next, when it was sent, or how often it was tried.
        let when: String
        let reason: String
        let text: String
        /// nil where there is nothing to try again.
        let action: String?
    }

    let id: String
    let caption: String
    let emptyText: String
    let total: String
    let rows: [Row]
    let pager: Pager?

    init(_ state: OutboxStore.State, _ query: FormFields, _ context: Context) throws {
        let outbox = context.records.outbox
        let size = MailRoutes.pageSize
        // What was sent is a long history, of which the last ones are shown and none counted.
        let total = state == .sent ? size : try outbox.count(state)
        let asked = query[state.rawValue].flatMap { $0.utf8.count <= 6 ? Int($0) : nil } ?? 1
        let page = min(max(1, asked), max(1, (total + size - 1) / size))
        id = state.rawValue
        (caption, emptyText) = Self.words(state)
        rows = try outbox.list(state, limit: size, offset: (page - 1) * size).map { MailList.row($0, context) }
        self.total =
            switch state {
            case .sent where rows.count == size: "the last \(size)"
            case .sent: "\(rows.count) total record(s)"
            case .waiting, .failed: "\(total) total record(s)"
            }
        pager = Pager(of: caption, page: page, size: size, total: total) { page in
            Link.mail.address + "?\(state.rawValue)=\(page)#\(state.rawValue)"
        }
    }

    private init() {
        (id, caption, emptyText, total, pager) = ("failed", "Not sent", "No mail failed.", "1 total record(s)", nil)
        rows = [
            Row(
                id: 1, recipient: "rich@example.com", name: "RICH CONTRACTOR", subject: "Your password was changed",
                written: "Fri, Nov 20, 2026, 10:00 AM", when: "9 attempts", reason: "there is no such mailbox", text: "Hello",
                action: "/admin/mail/1/attempt")
        ]
    }

    static let sample = MailList()

    private static func words(_ state: OutboxStore.State) -> (String, String) {
        switch state {
        case .failed: ("Not sent", "No mail failed.")
        case .waiting: ("Waiting", "No mail is waiting.")
        case .sent: ("Last sent", "No mail was sent yet.")
        }
    }

    private static func row(_ entry: OutboxStore.Entry, _ context: Context) -> Row {
        let (message, clock, sends) = (entry.message, context.agency.clock, context.site.configuration.sendsMail)
        let tried = entry.attempts == 1 ? "1 attempt" : "\(entry.attempts) attempts"
        let when =
            switch entry.state {
            case .failed: tried
            case .waiting where !sends: "Kept"
            case .waiting: (entry.nextAttemptAt.map { max($0, context.now) }).map(clock.text) ?? ""
            case .sent: entry.sentAt.map(clock.text) ?? ""
            }
        return Row(
            id: entry.id, recipient: message.recipient.address.rawValue, name: message.recipient.name, subject: message.subject,
            written: clock.text(entry.createdAt), when: when, reason: entry.lastError, text: message.body,
            // One without a reason was not tried yet.
            action: sends && entry.state != .sent && !entry.lastError.isEmpty ? Link.mailAttempt(entry.id).address : nil)
    }

    private static let shape = Shape("id", "caption", "total", "isEmpty", "emptyText", "whenLabel", "rows", "pager")
    private static let rowShape = Shape(
        "mailId", "recipient", "name", "subject", "written", "when", "reason", "text", "action", "whenLabel")
    private var whenLabel: String {
        switch id {
        case "failed": "TRIED"
        case "waiting": "NEXT ATTEMPT"
        default: "SENT"
        }
    }

    var value: Value {
        Self.shape(
            .text(id), .text(caption), .text(total), .flag(rows.isEmpty), .text(emptyText), .text(whenLabel),
            .list(
                rows.map {
                    Self.rowShape(
                        .text(String($0.id)), .text($0.recipient), .filled($0.name), .text($0.subject), .text($0.written),
                        .filled($0.when), .filled($0.reason), .filled($0.text), .optional($0.action), .text(whenLabel))
                }), pager?.value ?? .nothing)
    }
}
