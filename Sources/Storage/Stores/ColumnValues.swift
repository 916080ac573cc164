import Permitting
import SQLite

// The domain's types as they stand in columns: by their raw values.
extension Money: ColumnValue {}
extension PermitNumber: ColumnValue {}
extension AgencyDay: ColumnValue {}
extension Instant: ColumnValue {}
extension PermitState: ColumnValue {}
extension PermitStatus.Listing: ColumnValue {}
extension Fee.Kind: ColumnValue {}
extension ReceiptNumber: ColumnValue {}
extension PaymentReference: ColumnValue {}
extension Payment.State: ColumnValue {}
extension Inspection.State: ColumnValue {}
extension StaffRole: ColumnValue {}
extension FirstPassword: ColumnValue {}
extension Account.Kind: ColumnValue {}
extension EmailAddress: ColumnValue {}
extension MessageID: ColumnValue {}
extension Message.Kind: ColumnValue {}
extension OutboxStore.State: ColumnValue {}
extension FileSize: ColumnValue {}
extension AttachmentName: ColumnValue {}
extension AttachmentKind: ColumnValue {}
extension StoredName: ColumnValue {}
