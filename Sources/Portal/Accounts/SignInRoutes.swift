import Credentials
import HTTP
import Permitting
import Storage

enum SignInRoutes {
    @Sendable static func new(_ request: Request, _ context: Context) throws -> Response {
        if context.viewer.contractorID != nil { return context.redirect(to: .dashboard) }
        let query = request.target.query
        let notice =
            query["lost"] != nil ? SignInPage.lostForm : query["reset"] != nil ? SignInPage.hasNewPassword : nil
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

        let credentials = try credentials(form.company, context)
        let secret = credentials?.passwordHash ?? credentials?.firstPasswordHash
        // An unknown company costs the same time as a known one.
        let isRight = try PasswordHash.verify(form.password, against: secret ?? PasswordHash.unknown) && secret != nil
        let now = context.now
        if let lockedUntil = credentials?.lockedUntil, now < lockedUntil {
            return try again([Fault("company", Self.locked(until: lockedUntil, context))])
        }
        guard let credentials, isRight else {
            if let id = credentials?.id {
                let lockout = context.agency.signIn.lockout
                try context.write { try $0.contractors.noteFailure(contractor: id, lockout: lockout, at: now) }
            }
            return try again([Fault("password", Self.wrong(context.agency))])
        }
        return try signIn(credentials, destination: form.destination, context)
    }

    @Sendable static func destroy(_ request: Request, _ context: Context) throws -> Response {
        if let hash = context.visit.sessionHash { try context.write { try $0.sessions.end(tokenHash: hash) } }
        var response = context.redirect(to: .home)
        context.site.cookies.remove(context.site.cookies.session, from: &response)
        return response
    }

    /// The list sends a company's id; a typed name or licence is looked up.
    private static func credentials(_ company: String, _ context: Context) throws -> ContractorStore.Credentials? {
        let contractors = context.records.contractors
        if let listed = try CompanyList(context: context).companies, let id = Int(company),
            listed.contains(where: { $0.id == id })
        {
            return try contractors.credentials(id: id)
        }
        return try contractors.credentials(named: company)
    }

    private static func signIn(
        _ credentials: ContractorStore.Credentials, destination: String, _ context: Context
    ) throws -> Response {
        let isFirst = credentials.passwordHash == nil
        let cookie = try SessionStart(context: context).contractor(credentials.id, isSettingUp: isFirst)
        var response = Response.redirect(to: isFirst ? Link.firstLogin.address : destination)
        cookie.set(on: &response, context)
        return response
    }

    private static func wrong(_ agency: Agency) -> String {
        "The \(agency.signIn.companyLabel.lowercased()) or the password is not right. Capital letters count. A PIN works only until you have set a password; without either, call the office at \(agency.office.telephone)."
    }

    private static func locked(until: Instant, _ context: Context) -> String {
        let office = context.agency.office.telephone
        return
            "There were too many wrong passwords. This account opens again at \(context.agency.clock.time(of: until.adding(seconds: 59))). If it was not you, call the office at \(office)."
    }
}
