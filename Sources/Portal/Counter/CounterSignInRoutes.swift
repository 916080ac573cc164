import HTTP
import Permitting
import Storage

enum CounterSignInRoutes {
    @Sendable static func new(_ request: Request, _ context: Context) throws -> Response {
        if context.viewer.staffMember != nil { return context.redirect(to: .counter) }
        return try context.page(CounterSignInPage())
    }

    @Sendable static func create(_ request: Request, _ context: Context) throws -> Response {
        let fields = try request.form()
        try context.site.signInLimits.take(request.client, at: context.now)
        let email = (fields["email"] ?? "").trimmed
        let credentials = email.utf8.count <= 254 ? try context.records.staff.credentials(email: email) : nil
        let hash = credentials?.passwordHash
        let password = fields["password"] ?? ""
        let check = PasswordCheck(context)
        let isRight = try check.isRight(password, hash)
        let (lockout, now) = (context.agency.signIn.lockout, context.now)
        let account = credentials.map { SignInStore.Account.staff($0.member.id) }
        let verdict = try context.write { try $0.signIns.judge(account, isRight: isRight, lockout: lockout, at: now) }
        guard verdict == .admitted, let credentials else {
            let text = "The email or the password is not right, or there were too many wrong passwords and the account waits."
            return try context.page(
                CounterSignInPage(email: email, faults: [Fault("password", text)]), status: .unprocessableContent)
        }
        context.site.signInLimits.giveBack(request.client, at: now)
        if let old = hash, let renewed = try check.renewal(of: password, old) {
            try context.write { try $0.staff.renewPassword(renewed, insteadOf: old, member: credentials.member.id) }
        }
        let cookie = try SessionStart(request, context).staff(credentials.member.id)
        var response = context.redirect(to: .counter)
        cookie.set(on: &response, context)
        return response
    }
}
