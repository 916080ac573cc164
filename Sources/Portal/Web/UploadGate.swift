import HTTP
import Permitting
import Storage
import Synchronization

/// Whose files are waited for: a company's that is signed in. Anybody else could fill the disk with what is refused afterwards.
/// Asked when a request's head has come, before its content.
final class UploadGate: Sendable {
    private let reader: Mutex<RecordsReader>

    init(reader: sending RecordsReader) { self.reader = Mutex(reader) }

    func isOpen(to sender: Cookies, _ names: CookieNames, at now: Instant) throws -> Bool {
        try reader.withLock { reader in
            guard let (session, _) = try Visit.session(sender, names, records: reader.records, now: now) else { return false }
            guard case .account = session.owner else { return false }
            return !session.isSettingUp
        }
    }
}
