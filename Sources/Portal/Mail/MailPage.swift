import HTTP
import Mustache
import Permitting
import Storage

/// The office's mail: what waits, what could not be sent and why, what was sent last.
struct MailPage: Page {
    static let template = "Mail/Mail"

    let sendsMail: Bool
    let lists: [MailList]
    let notice: Notice?

    init(_ context: Context, _ query: FormFields, notice: Notice?) throws {
        sendsMail = context.site.configuration.sendsMail
        self.notice = notice
        lists = try [OutboxStore.State.failed, .waiting, .sent].map { try MailList($0, query, context) }
    }

    private init() {
        sendsMail = false
        lists = [.sample]
        notice = Notice(kind: .success, text: "The mail is tried again now.")
    }

    static let sample = MailPage()
    private static let shape = Shape("isMailKept", "lists")
    var value: Value { Self.shape(.flag(!sendsMail), .list(lists.map(\.value))) }
}
