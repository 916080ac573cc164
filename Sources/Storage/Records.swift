import SQLite

/// The office's records as one connection sees them: a store for each kind.
public struct Records {
    let connection: Connection
    /// Set by a write that adds mail.
    var outboxMark: OutboxMark?

    public var permits: PermitStore { PermitStore(connection: connection) }
    public var search: PermitSearch { PermitSearch(connection: connection) }
    public var fees: FeeStore { FeeStore(connection: connection) }
    public var contractors: ContractorStore { ContractorStore(connection: connection) }
    public var members: MemberStore { MemberStore(connection: connection) }
    public var staff: StaffStore { StaffStore(connection: connection) }
    public var signIns: SignInStore { SignInStore(connection: connection) }
    public var secondFactors: SecondFactorStore { SecondFactorStore(connection: connection) }
    public var sessions: SessionStore { SessionStore(connection: connection) }
    public var inspections: InspectionStore { InspectionStore(connection: connection) }
    public var attachments: AttachmentStore { AttachmentStore(connection: connection) }
    public var payments: PaymentStore { PaymentStore(connection: connection) }
    public var carts: CartStore { CartStore(connection: connection) }
    public var office: OfficeStore { OfficeStore(connection: connection) }
    public var secrets: SecretStore { SecretStore(connection: connection) }
    public var health: HealthStore { HealthStore(connection: connection) }
    public var outbox: OutboxStore { OutboxStore(connection: connection, mark: outboxMark) }
    public var passwordResets: PasswordResetStore { PasswordResetStore(connection: connection) }
    public var confirmations: ConfirmationStore { ConfirmationStore(connection: connection) }
    public var keptForms: KeptFormStore { KeptFormStore(connection: connection) }
    public var events: EventStore { EventStore(connection: connection) }
}
