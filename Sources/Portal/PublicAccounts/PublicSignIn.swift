import HTTP
import Permitting
import Storage

/// A public user's sign-in, by the ribbon or its own page. A name or an address that nobody has is answered as a wrong password is.
enum PublicSignIn {
    /// A ribbon without script shows both fields: who filled in the company alone meant it.
    static func isMeant(_ form: SignInForm, _ context: Context) -> Bool {
        context.agency.signIn.offersPublicAccounts && form.isPublic && (!form.username.isEmpty || form.company.isEmpty)
    }

    static func create(_ form: SignInForm, _ request: Request, _ context: Context) throws -> Response {
        func again(_ faults: [Fault]) throws -> Response {
            try context.page(
                PublicSignInPage(context, username: form.username, next: form.next, faults: faults),
                status: .unprocessableContent)
        }
        var missing: [Fault] = []
        if form.username.isEmpty { missing.append(Fault("username", "Type your name or your email")) }
        if form.password.isEmpty { missing.append(Fault("password", "Type your password")) }
        guard missing.isEmpty else { return try again(missing) }

        try context.site.signInLimits.take(request.client, at: context.now)
        let credentials = try context.records.contractors.credentials(publicUser: form.username)
        let check = PasswordCheck(context)
        let isRight = try check.isRight(form.password, credentials?.passwordHash)
        let (lockout, now) = (context.agency.signIn.lockout, context.now)
        let account = credentials.map { SignInStore.Account.contractor($0.id) }
        let verdict = try context.write { try $0.signIns.judge(account, isRight: isRight, lockout: lockout, at: now) }
        guard verdict == .admitted, let credentials, let hash = credentials.passwordHash else {
            return try again([Fault("password", wrong(context.agency))])
        }
        context.site.signInLimits.giveBack(request.client, at: now)
        if let renewed = try check.renewal(of: form.password, hash) {
            try context.write { try $0.contractors.renewPassword(renewed, insteadOf: hash, contractor: credentials.id) }
        }
        let isRemembered = form.isToBeRemembered && context.agency.signIn.offersRememberMe
        let cookie = try SessionStart(request, context).contractor(
            credentials.id, isSettingUp: false, isRemembered: isRemembered)
        var response = Response.redirect(to: form.destination)
        cookie.set(on: &response, context)
        return response
    }

    private static func wrong(_ agency: Agency) -> String {
        "The name, the email or the password is not right, or there were too many wrong passwords and the account waits. Capital letters count in the password. Where others have your name, type your email. An account is open once the link in our mail was used; with any trouble call the office at \(agency.office.telephone)."
    }
}
