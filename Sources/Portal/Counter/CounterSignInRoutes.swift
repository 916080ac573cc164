import HTTP
import Permitting
import Storage

enum CounterSignInRoutes {
    @Sendable static func new(_ request: Request, _ context: Context) throws -> Response {
        if context.viewer.staffMember != nil { return context.redirect(to: .counter) }
        return try context.page(CounterSignInPage(agency: context.agency))
    }

    @Sendable static func create(_ request: Request, _ context: Context) throws -> Response {
        let fields = try request.form()
        try context.site.signInLimits.take(request.client, at: context.now)
        let email = (fields["email"] ?? "").trimmed
        let found = email.utf8.count <= 254 ? try context.records.staff.credentials(email: email) : nil
        // Whoever left is told what somebody unknown is told, and takes as long.
        let credentials = found?.isActive == true ? found : nil
        let hash = credentials?.passwordHash
        let password = fields["password"] ?? ""
        let check = PasswordCheck(context)
        let isRight = try check.isRight(password, hash)
        let (lockout, now) = (context.agency.signIn.lockout, context.now)
        let account = credentials.map { SignInStore.Account.staff($0.member.id) }
        let isLast = credentials?.hasSecondFactor != true
        let verdict = try context.write {
            try $0.signIns.judge(account, isRight: isRight, isLast: isLast, lockout: lockout, at: now)
        }
        guard verdict == .admitted, let credentials else {
            let text = "The email or the password is not right, or there were too many wrong passwords and the account waits."
            return try context.page(
                CounterSignInPage(agency: context.agency, email: email, faults: [Fault("password", text)]),
                status: .unprocessableContent)
        }
        context.site.signInLimits.giveBack(request.client, at: now)
        if let old = hash, let renewed = try check.renewal(of: password, old) {
            try context.write { try $0.staff.renewPassword(renewed, insteadOf: old, member: credentials.member.id) }
        }
        return try signIn(credentials, request, context)
    }

    /// To the counter, or first to the second factor: its code, or where there has to be one and is none, its set-up.
    private static func signIn(
        _ credentials: StaffStore.Credentials, _ request: Request, _ context: Context
    ) throws -> Response {
        let isNeeded = context.agency.staff.needsSecondFactor(
            credentials.member.role, hasShortPassword: credentials.hasShortPassword)
        let isSettingUp = credentials.hasSecondFactor || isNeeded
        let next: Link = credentials.hasSecondFactor ? .signInCode : isNeeded ? .secondFactor : .counter
        var response = context.redirect(to: next)
        try SessionStart(request, context).staff(credentials.member.id, isSettingUp: isSettingUp).set(on: &response, context)
        return response
    }
}
