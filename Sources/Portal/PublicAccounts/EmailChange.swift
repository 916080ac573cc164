import Permitting
import Storage

/// An account's wish for another mail address. The old one stays until the link that goes to the new one is used.
struct EmailChange {
    private let contractor: Contractor
    private let kind: Account.Kind
    private let context: Context

    init(_ contractor: Contractor, _ kind: Account.Kind, _ context: Context) {
        self.contractor = contractor
        self.kind = kind
        self.context = context
    }

    /// The address that is waited for.
    static func waiting(of account: Int, _ context: Context) throws -> String? {
        let then = context.now.adding(minutes: -EmailConfirmation.keptMinutes)
        return try context.records.confirmations.open(contractor: account, askedAfter: then)?.email
    }

    static func fault(_ email: EmailAddress, _ context: Context) throws -> Fault? {
        let areReached = try ConfirmationLimits(context).areReached(email: email)
        return areReached ? Fault("email", ConfirmationLimits.words(context.agency)) : nil
    }

    /// Written within the transaction of what else is saved. A public user's new address that another one has is told of to that
    /// one alone: here nothing shows it.
    func ask(for email: String) throws -> @Sendable (Records) throws -> Void {
        let mails = ConfirmationMail(context: context)
        let isTaken = try kind == .publicUser && context.records.contractors.isPublicEmail(email)
        var owner = contractor
        owner.email = email
        let mail = isTaken ? mails.known(owner) : mails.change(contractor, to: email)
        let warning = mails.toChange(contractor, to: email)
        let (id, client, actor, now) = (contractor.id, context.client, context.actor, context.now)
        return { records in
            try records.confirmations.sweep(at: now)
            let confirmation = try records.confirmations.add(email: email, contractor: id, client: client, at: now)
            if var mail {
                mail.confirmation = confirmation
                try records.outbox.add(mail, at: now)
            }
            if let warning { try records.outbox.add(warning, at: now) }
            try records.events.record("new email asked for", by: actor, at: now)
        }
    }
}
