import Credentials
import HTTP
import Permitting
import Storage

enum ProfileRoutes {
    @Sendable static func edit(_ request: Request, _ context: Context) throws -> Response {
        if let member = context.viewer.member { return try MemberProfileRoutes.edit(member.id, request, context) }
        guard let kept = try context.keptForm(request) else { return try page(context, notice: notice(request.target.query)) }
        let (_, credentials) = try account(context)
        return try page(context, typed: ProfileForm(kept, credentials.kind), notice: LostForm.notice)
    }

    @Sendable static func update(_ request: Request, _ context: Context) throws -> Response {
        if let member = context.viewer.member { return try MemberProfileRoutes.update(member.id, request, context) }
        let (contractor, credentials) = try account(context)
        let form = ProfileForm(try request.form(), credentials.kind)
        let email = form.newEmail(of: contractor)
        var faults = form.faults(
            contractor, signIn: context.agency.signIn,
            names: [contractor.companyName, contractor.license, context.agency.shortName])
        if faults.isEmpty, let email, let fault = try EmailChange.fault(email, context) { faults = [fault] }
        if faults.isEmpty { faults = try proofs(form, email, credentials, context) }
        guard faults.isEmpty else { return try page(context, typed: form, faults: faults, status: .unprocessableContent) }
        let cost = context.site.configuration.passwordCost
        let password = form.changesPassword ? try PasswordHash.hash(form.newPassword.password, cost: cost) : nil
        let answer = form.changesQuestion ? try PasswordHash.hash(SecretAnswer.normalized(form.answer), cost: cost) : nil
        let (actor, now) = (context.actor, context.now)
        // To the address that was on file until now: whoever changed the password may have changed the address too.
        let mail = form.changesPassword ? AccountMail(context: context).passwordChanged(contractor) : nil
        let change = try email.map { try EmailChange(contractor, credentials.kind, context).ask(for: $0.rawValue) }
        try context.write { records in
            try records.contractors.update(form.applied(to: contractor))
            if let answer {
                try records.contractors.setSecurityQuestion(form.question, answerHash: answer, contractor: contractor.id)
            }
            if let password {
                try records.contractors.setPassword(password, contractor: contractor.id)
                try records.sessions.endShared(contractor: contractor.id)
                try records.events.record("password changed", by: actor, at: now)
                if let mail { try records.outbox.add(mail, at: now) }
            }
            try change?(records)
            try records.events.record("profile saved", by: actor, at: now)
        }
        var response = Response.redirect(to: Link.profile.address + "?saved=yes")
        if password != nil {
            try SessionStart(request, context).contractor(
                contractor.id, isSettingUp: false, isRemembered: context.visit.isRemembered
            ).set(on: &response, context)
        }
        return response
    }

    /// The profile as it stands, or as it was typed.
    static func page(
        _ context: Context, typed: ProfileForm? = nil, faults: [Fault] = [], notice: Notice? = nil, status: Status = .ok
    ) throws -> Response {
        let (contractor, credentials) = try account(context)
        let page = ProfilePage(
            contractor: contractor, kind: credentials.kind, question: credentials.securityQuestion,
            signIn: context.agency.signIn, links: try ProfileLink.all(context), firstPassword: name(credentials, context),
            waiting: try EmailChange.waiting(of: contractor.id, context), typed: typed,
            faults: faults, notice: notice)
        return try context.page(page, status: status)
    }

    private static func notice(_ query: FormFields) -> Notice? {
        if query["saved"] != nil { return ProfilePage.saved }
        if query["confirmed"] != nil { return SignInPage.hasNewEmail }
        switch query["email"] {
        case "sent": return Notice(kind: .success, text: "The link is sent again. The one before does not work any more.")
        case "cancelled": return Notice(kind: .success, text: "Your address stays as it is.")
        default: return nil
        }
    }

    private static func account(_ context: Context) throws -> (Contractor, ContractorStore.Credentials) {
        let id = try context.contractorID()
        guard let contractor = try context.records.contractors.find(id: id),
            let credentials = try context.records.contractors.credentials(id: id)
        else { throw PortalError.notFound }
        return (contractor, credentials)
    }

    /// What the company still signs in with where it has set no password: "PIN".
    private static func name(_ credentials: ContractorStore.Credentials, _ context: Context) -> String? {
        credentials.passwordHash == nil ? context.agency.signIn.firstPassword.issuedName : nil
    }

    /// A new password or address asks for the current password, a new question for the current answer. Wrong ones count as they do
    /// at sign-in.
    private static func proofs(
        _ form: ProfileForm, _ email: EmailAddress?, _ credentials: ContractorStore.Credentials, _ context: Context
    ) throws -> [Fault] {
        let needsPassword = form.changesPassword || email != nil
        guard needsPassword || form.changesQuestion else { return [] }
        var faults: [Fault] = []
        let key = credentials.key(at: context.agency.signIn.firstPassword)
        if needsPassword, !(try PasswordCheck(context).isRight(form.currentPassword, key: key)) {
            faults.append(Fault("current-password", "This is not your current password"))
        } else if form.changesPassword, key?.isFirst == true, form.newPassword.password == form.currentPassword {
            let subject = context.agency.signIn.firstPassword.subject
            return [Fault("password", "\(subject) cannot be your password; choose another")]
        }
        if form.changesQuestion, let hash = credentials.secretAnswerHash,
            !(try PasswordHash.verify(SecretAnswer.normalized(form.currentAnswer), against: hash))
        {
            faults.append(Fault("current-answer", "This is not your current secret answer"))
        }
        let (isRight, lockout, now) = (faults.isEmpty, context.agency.signIn.lockout, context.now)
        let verdict = try context.write {
            try $0.signIns.judge(.contractor(credentials.id), isRight: isRight, lockout: lockout, at: now)
        }
        if case .locked(let lock) = verdict { return [Fault(nil, LockText.words(lock, context))] }
        return faults
    }
}
