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
        let nameless = form.username.isEmpty ? [Fault("username", "Type your name or your email")] : []
        let missing = nameless + form.faults
        guard missing.isEmpty else { return try again(missing) }

        try context.site.signInLimits.take(request.client, at: context.now)
        let credentials = try context.records.contractors.credentials(publicUser: form.username)
        switch try SignInRoutes.attempt(credentials, form, request, context) {
        case .signedIn(let response): return response
        case .locked, .wrong: return try again([Fault("password", wrong(context.agency))])
        }
    }

    private static func wrong(_ agency: Agency) -> String {
        "The name, the email or the password is not right, or there were too many wrong passwords and the account waits. Capital letters count in the password. Where others have your name, type your email. An account is open once the link in our mail was used; with any trouble call the office at \(agency.office.telephone)."
    }
}
