import Credentials
import Permitting

extension Context {
    /// A mail with the office's name, telephone and address below it.
    func message(_ kind: Message.Kind, to recipient: Mailbox, subject: String, body: String) -> Message? {
        let base = site.configuration.baseAddress()
        guard let id = MessageID(unique: RandomToken().text, host: base.hostName) else { return nil }
        let footer = [agency.name, agency.office.telephone, base.text].joined(separator: "\n")
        return Message(id: id, kind: kind, to: recipient, subject: subject, body: body + "\n\n" + footer)
    }
}
