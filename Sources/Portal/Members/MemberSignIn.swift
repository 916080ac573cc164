import HTTP
import Permitting
import Storage

/// Signs in somebody with a login of their own: by mail address and password, whatever company they work for.
struct MemberSignIn {
    let request: Request
    let context: Context
    let form: SignInForm

    /// The same for an address that nobody has.
    static let wrong =
        "The email or the password is not right, or there were too many wrong passwords and the login waits. Capital letters count. For the password that your company shares, leave the email empty."

    /// nil where the password is not right, there is no such login, or it waits: nothing tells which.
    func answer(_ login: MemberStore.Login?) throws -> Response? {
        let check = PasswordCheck(context)
        let isRight = try check.isRight(form.password, login?.passwordHash)
        let (lockout, now) = (context.agency.signIn.lockout, context.now)
        let account = login.map { SignInStore.Account.member($0.id) }
        let verdict = try context.write { try $0.signIns.judge(account, isRight: isRight, lockout: lockout, at: now) }
        guard verdict == .admitted, let login, let first = login.memberships.first else { return nil }
        context.site.signInLimits.giveBack(request.client, at: now)
        if let renewed = try check.renewal(of: form.password, login.passwordHash) {
            let old = login.passwordHash
            try context.write { try $0.members.renewPassword(renewed, insteadOf: old, login: login.id) }
        }
        // Where companies are listed, the one that was chosen too says for which it shall be.
        let chosen = login.memberships.first { String($0.contractor) == form.company }
        let membership = chosen ?? first
        let isRemembered = form.isToBeRemembered && context.agency.signIn.offersRememberMe
        let cookie = try SessionStart(request, context).contractor(
            membership.contractor, member: membership.member, isSettingUp: false, isRemembered: isRemembered)
        let isOpen = login.memberships.count > 1 && chosen == nil
        let destination =
            isOpen
            ? Link.companies.address + "?" + FormFields.encode([("next", form.destination)]) : form.destination
        var response = Response.redirect(to: destination)
        cookie.set(on: &response, context)
        return response
    }
}
