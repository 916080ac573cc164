import HTTP
import Permitting
import Storage

enum SignInRoutes {
    @Sendable static func new(_ request: Request, _ context: Context) throws -> Response {
        if context.viewer.contractorID != nil { return context.redirect(to: .dashboard) }
        let query = request.target.query
        let notice =
            query["lost"].map(SignInPage.lost) ?? (query["reset"] != nil ? SignInPage.hasNewPassword : nil)
        return try context.page(SignInPage(context: context, next: query["next"], notice: notice))
    }

    @Sendable static func create(_ request: Request, _ context: Context) throws -> Response {
        let form = SignInForm(try request.form())
        func again(_ faults: [Fault]) throws -> Response {
            try context.page(
                SignInPage(context: context, company: form.company, next: form.next, faults: faults),
                status: .unprocessableContent)
        }
        let missing = form.faults(companyLabel: context.agency.signIn.companyLabel)
        guard missing.isEmpty else { return try again(missing) }

        try context.site.signInLimits.take(request.client, at: context.now)
        let listed = try CompanyList(context: context).companies
        let credentials = try credentials(form.company, listed, context)
        let secret = credentials?.passwordHash ?? credentials?.firstPasswordHash
        let check = PasswordCheck(context)
        let isRight = try check.isRight(form.password, secret)
        let (lockout, now) = (context.agency.signIn.lockout, context.now)
        let account = credentials.map { SignInStore.Account.contractor($0.id) }
        switch try context.write({ try $0.signIns.judge(account, isRight: isRight, lockout: lockout, at: now) }) {
        case .admitted:
            guard let credentials else { throw PortalError.notFound }
            context.site.signInLimits.giveBack(request.client, at: now)
            let renewed = try check.renewal(of: form.password, credentials.passwordHash)
            return try signIn(credentials, renewed, form, request, context)
        // Of a company that the list names, everybody knows that it has an account; of no other is it told.
        case .locked(let lock) where listed?.contains { $0.id == credentials?.id } == true:
            return try again([Fault("company", LockText.words(lock, context))])
        case .locked, .wrong: return try again([Fault("password", Self.wrong(context.agency, hasList: listed != nil))])
        }
    }

    @Sendable static func destroy(_ request: Request, _ context: Context) throws -> Response {
        if let hash = context.visit.sessionHash { try context.write { try $0.sessions.end(tokenHash: hash) } }
        var response = context.redirect(to: .home)
        context.site.cookies.remove(context.site.cookies.session, from: &response)
        return response
    }

    /// The list sends a company's id; a typed name or licence is looked up.
    private static func credentials(
        _ company: String, _ listed: [CompanyList.Company]?, _ context: Context
    ) throws -> ContractorStore.Credentials? {
        let contractors = context.records.contractors
        if let id = Int(company), listed?.contains(where: { $0.id == id }) == true { return try contractors.credentials(id: id) }
        return try contractors.credentials(named: company)
    }

    private static func signIn(
        _ credentials: ContractorStore.Credentials, _ renewed: String?, _ form: SignInForm, _ request: Request,
        _ context: Context
    ) throws -> Response {
        let isFirst = credentials.passwordHash == nil
        if let renewed, let old = credentials.passwordHash {
            try context.write { try $0.contractors.renewPassword(renewed, insteadOf: old, contractor: credentials.id) }
        }
        let isRemembered = form.isToBeRemembered && context.agency.signIn.offersRememberMe && !isFirst
        let cookie = try SessionStart(request, context).contractor(
            credentials.id, isSettingUp: isFirst, isRemembered: isRemembered)
        var response = Response.redirect(to: isFirst ? Link.firstLogin.address : form.destination)
        cookie.set(on: &response, context)
        return response
    }

    /// Where there is no list, an account that waits must not be told from one that does not exist.
    private static func wrong(_ agency: Agency, hasList: Bool) -> String {
        let waits = hasList ? "" : ", or there were too many wrong passwords and the account waits"
        return
            "The \(agency.signIn.companyLabel.lowercased()) or the password is not right\(waits). Capital letters count. A PIN works only until you have set a password; without either, call the office at \(agency.office.telephone)."
    }
}
