import Credentials
import HTTP
import Permitting
import Storage

/// "Setup an Account". Whether an address has an account is told by nothing: not by the pages, not by the work they take; only by
/// the mail that comes. Nothing of it is seen by anybody until its link is used.
enum SignUpRoutes {
    @Sendable static func new(_ request: Request, _ context: Context) throws -> Response {
        try requireOffer(context)
        if context.viewer.contractorID != nil { return context.redirect(to: .dashboard) }
        return try context.page(SignUpPage(context))
    }

    @Sendable static func create(_ request: Request, _ context: Context) throws -> Response {
        try requireOffer(context)
        let form = SignUpForm(try request.form())
        let faults = form.faults(context.agency)
        guard faults.isEmpty, let email = form.email else {
            return try context.page(SignUpPage(context, typed: form, faults: faults), status: .unprocessableContent)
        }
        guard try !ConfirmationLimits(context).areReached(email: email) else {
            let fault = Fault(nil, ConfirmationLimits.words(context.agency))
            return try context.page(SignUpPage(context, typed: form, faults: [fault]), status: .tooManyRequests)
        }
        let hash = try PasswordHash.hash(form.newPassword.password, cost: context.site.configuration.passwordCost)
        try ask(form.person, hash, context)
        return context.redirect(to: .signUpSent)
    }

    @Sendable static func sent(_ request: Request, _ context: Context) throws -> Response {
        try requireOffer(context)
        return try context.page(SignUpSentPage(telephone: context.agency.office.telephone))
    }

    static func requireOffer(_ context: Context) throws {
        guard context.agency.signIn.offersPublicAccounts else { throw PortalError.notFound }
    }

    /// Known or not, the same is looked up, put together and written.
    private static func ask(_ person: Contractor, _ hash: String, _ context: Context) throws {
        let (now, client) = (context.now, context.client)
        let isKnown = try context.records.contractors.isPublicEmail(person.email)
        let mails = ConfirmationMail(context: context)
        guard let invitation = mails.signUp(person), let reminder = mails.known(person) else {
            throw PortalError.badField("email")
        }
        try context.write { records in
            let confirmations = records.confirmations
            try confirmations.sweep(at: now)
            var mail = isKnown ? reminder : invitation
            let id = try confirmations.add(email: person.email, client: client, at: now)
            try confirmations.keep(person, passwordHash: hash, confirmation: id)
            if isKnown { try confirmations.drop(confirmation: id) }
            mail.confirmation = id
            try records.outbox.add(mail, at: now)
        }
    }
}
