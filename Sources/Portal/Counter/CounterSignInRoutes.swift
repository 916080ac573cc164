import Credentials
import HTTP
import Permitting

enum CounterSignInRoutes {
    @Sendable static func new(_ request: Request, _ context: Context) throws -> Response {
        if context.viewer.staffMember != nil { return context.redirect(to: .counter) }
        return try context.page(CounterSignInPage())
    }

    @Sendable static func create(_ request: Request, _ context: Context) throws -> Response {
        let fields = try request.form()
        let email = (fields["email"] ?? "").trimmed
        let credentials = email.utf8.count <= 254 ? try context.records.staff.credentials(email: email) : nil
        let hash = credentials?.passwordHash
        let isRight = try PasswordHash.verify(fields["password"] ?? "", against: hash ?? PasswordHash.unknown) && hash != nil
        let now = context.now
        let isLocked = credentials?.lockedUntil.map { now < $0 } ?? false
        guard let credentials, isRight, !isLocked else {
            if let id = credentials?.member.id, !isLocked {
                let lockout = context.agency.signIn.lockout
                try context.write { try $0.staff.noteFailure(member: id, lockout: lockout, at: now) }
            }
            let text = "The email or the password is not right, or there were too many wrong passwords and the account waits."
            return try context.page(
                CounterSignInPage(email: email, faults: [Fault("password", text)]), status: .unprocessableContent)
        }
        let cookie = try SessionStart(context: context).staff(credentials.member.id)
        var response = context.redirect(to: .counter)
        cookie.set(on: &response, context)
        return response
    }
}
