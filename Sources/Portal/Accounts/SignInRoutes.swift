import HTTP
import Permitting
import Storage

enum SignInRoutes {
    @Sendable static func new(_ request: Request, _ context: Context) throws -> Response {
        if context.viewer.contractorID != nil { return context.redirect(to: .dashboard) }
        let query = request.target.query
        let notice = SignInPage.notice(query)
        if query["kind"] == "public", context.agency.signIn.offersPublicAccounts {
            return try context.page(PublicSignInPage(context, next: query["next"], notice: notice))
        }
        let entry = try CompanyEntry(finding: (query["find"] ?? "").trimmed, context)
        return try context.page(SignInPage(entry, context, next: query["next"], notice: notice))
    }

    @Sendable static func create(_ request: Request, _ context: Context) throws -> Response {
        let form = SignInForm(try request.form())
        if PublicSignIn.isMeant(form, context) { return try PublicSignIn.create(form, request, context) }
        let signIn = context.agency.signIn
        let entry = try CompanyEntry(form, context)
        func again(_ faults: [Fault]) throws -> Response {
            let page = SignInPage(entry, context, address: form.address?.rawValue ?? form.email, next: form.next, faults: faults)
            return try context.page(page, status: .unprocessableContent)
        }
        // An address of both a member and a company is the member's: the company is found by its name and licence too. Where
        // companies are listed every address is somebody's own, known or not.
        let login = try form.address.flatMap { try context.records.members.login(email: $0.rawValue) }
        let isOwn = login != nil || !form.email.isEmpty || (!entry.isTyped && form.address != nil)
        let missing = (isOwn ? form.addressFaults : entry.faults(label: signIn.companyLabel)) + form.faults
        guard missing.isEmpty else { return try again(missing) }

        try context.site.signInLimits.take(request.client, at: context.now)
        if isOwn {
            if let response = try MemberSignIn(request: request, context: context, form: form).answer(login) { return response }
            return try again([Fault("password", entry.isTyped ? wrong(entry, context.agency) : MemberSignIn.wrong)])
        }
        switch try attempt(entry.credentials, form, request, context) {
        case .signedIn(let response): return response
        case .locked(let lock) where entry.isPublic(at: signIn.firstPassword):
            return try again([Fault("company", LockText.words(lock, context))])
        case .locked, .wrong: return try again([Fault("password", wrong(entry, context.agency))])
        }
    }

    @Sendable static func destroy(_ request: Request, _ context: Context) throws -> Response {
        if let hash = context.visit.sessionHash { try context.write { try $0.sessions.end(tokenHash: hash) } }
        var response = context.redirect(to: .home)
        context.site.cookies.remove(context.site.cookies.session, from: &response)
        return response
    }

    enum Attempt {
        case signedIn(Response)
        case locked(AccountLock)
        case wrong
    }

    /// `credentials` nil: nobody has that name. Then it takes as long as a wrong password.
    static func attempt(
        _ credentials: ContractorStore.Credentials?, _ form: SignInForm, _ request: Request, _ context: Context
    ) throws -> Attempt {
        let key = credentials?.key(at: context.agency.signIn.firstPassword)
        let check = PasswordCheck(context)
        let isRight = try check.isRight(form.password, key: key)
        switch try judge(credentials, isRight, key, context) {
        case .admitted:
            guard let credentials else { throw PortalError.notFound }
            context.site.signInLimits.giveBack(request.client, at: context.now)
            if case .password(let hash) = key, let renewed = try check.renewal(of: form.password, hash) {
                try context.write { try $0.contractors.renewPassword(renewed, insteadOf: hash, contractor: credentials.id) }
            }
            return .signedIn(try signIn(credentials.id, isFirst: key?.isFirst == true, form, request, context))
        case .locked(let lock): return .locked(lock)
        case .wrong: return .wrong
        }
    }

    private static func judge(
        _ credentials: ContractorStore.Credentials?, _ isRight: Bool, _ key: AccountKey?, _ context: Context
    ) throws -> SignInStore.Verdict {
        let (office, lockout, now) = (context.agency.signIn.firstPassword, context.agency.signIn.lockout, context.now)
        let account = credentials.map { SignInStore.Account.contractor($0.id) }
        return try context.write { records in
            var isRight = isRight
            // Whoever set a password while the first one was being looked at has ended that one.
            if isRight, let key, key.isFirst, let credentials {
                isRight = try records.contractors.credentials(id: credentials.id)?.key(at: office) == key
            }
            return try records.signIns.judge(account, isRight: isRight, lockout: lockout, at: now)
        }
    }

    /// A first password opens the set-up page, or the dashboard, which its owner is told of once; who sets up is told then.
    private static func signIn(
        _ id: Int, isFirst: Bool, _ form: SignInForm, _ request: Request, _ context: Context
    ) throws -> Response {
        let isSettingUp = isFirst && context.agency.signIn.afterFirstPassword == .setUp
        if isFirst && !isSettingUp { try tell(id, context) }
        let isRemembered = form.isToBeRemembered && context.agency.signIn.offersRememberMe && !isSettingUp
        let cookie = try SessionStart(request, context).contractor(id, isSettingUp: isSettingUp, isRemembered: isRemembered)
        var response = Response.redirect(to: isSettingUp ? Link.firstLogin.address : form.destination)
        cookie.set(on: &response, context)
        return response
    }

    private static func tell(_ id: Int, _ context: Context) throws {
        let mail = try context.records.contractors.find(id: id).flatMap(AccountMail(context: context).signedInFirst)
        let now = context.now
        try context.write { records in
            guard try records.contractors.noteFirstSignIn(contractor: id, at: now), let mail else { return }
            try records.outbox.add(mail, at: now)
        }
    }

    /// Where there is no list, an account that waits must not be told from one that does not exist.
    private static func wrong(_ entry: CompanyEntry, _ agency: Agency) -> String {
        let advice = agency.signIn.firstPassword.advice(telephone: agency.office.telephone)
        let refused = "The \(agency.signIn.companyLabel.lowercased()) or the password is not right"
        guard case .typed = entry.way else { return "\(refused). Capital letters count. \(advice)" }
        return
            "\(refused), or there were too many wrong passwords and the account waits. Capital letters count. Where several accounts have one name or address, type the licence number. \(advice)"
    }
}
