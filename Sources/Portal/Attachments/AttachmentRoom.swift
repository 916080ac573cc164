import Permitting
import Storage

/// Whether one more file has room on a permit, asked of the records as they are at that moment.
struct AttachmentRoom: Sendable {
    private let rules: AttachmentRules
    private let permit: Int
    private let contractor: Int
    private let midnight: Instant

    init(permit: Permit, contractor: Int, _ context: Context) {
        rules = AttachmentRules(context.agency.attachments)
        self.permit = permit.id
        self.contractor = contractor
        midnight = context.agency.clock.instant(of: context.today, at: .midnight)
    }

    func check(_ size: FileSize, _ records: Records) throws {
        let holdings = try records.attachments.holdings(permit: permit, contractor: contractor, since: midnight)
        try rules.checkRoom(for: size, beside: holdings)
    }
}
