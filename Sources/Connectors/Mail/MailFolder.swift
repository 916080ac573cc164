import Foundation
import Permitting

/// Puts mail into a folder, a file of plain text each, in place of sending it: for demonstrations, where there is no mail program
/// and somebody wants to follow the link.
public struct MailFolder: MailCarrier {
    public let path: String

    /// Made when the first mail comes.
    public init(path: String) { self.path = path }

    /// A mail that comes twice is there once.
    public func deliver(_ message: Message, at now: Instant) -> MailDelivery {
        let text = "To: \(message.recipient.address.rawValue)\nSubject: \(message.subject)\n\n\(message.body)\n"
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/\(message.id.rawValue).txt"), options: .atomic)
            return .taken
        } catch {
            return .later("the mail cannot be written into \(path): \(error.localizedDescription)")
        }
    }
}
