import Credentials
import HTTP
import Permitting
import Storage

/// "Edit Information" of somebody with a login of their own. The company's shared password, its question, its address and what
/// else is on file are changed at its shared login alone: with them anybody could take that login over.
enum MemberProfileRoutes {
    static func edit(_ id: Int, _ request: Request, _ context: Context) throws -> Response {
        let (member, company, _) = try own(id, context)
        let kept = try context.keptForm(request)
        let isSaved = request.target.query["saved"] != nil
        let page = MemberProfilePage(
            member, company, links: try ProfileLink.all(context), rule: context.agency.signIn.password,
            typed: kept.map(MemberProfileForm.init),
            notice: kept == nil ? isSaved ? ProfilePage.saved : nil : LostForm.notice)
        return try context.page(page)
    }

    static func update(_ id: Int, _ request: Request, _ context: Context) throws -> Response {
        let (member, company, login) = try own(id, context)
        let form = MemberProfileForm(try request.form())
        let rule = context.agency.signIn.password
        let names = [form.name, member.email, company.companyName, company.license, context.agency.shortName]
        var faults = form.faults(rule: rule, names: names)
        if faults.isEmpty && form.changesPassword { faults = try proof(form, login, context) }
        guard faults.isEmpty else {
            let page = MemberProfilePage(
                member, company, links: try ProfileLink.all(context), rule: rule, typed: form, faults: faults)
            return try context.page(page, status: .unprocessableContent)
        }
        let cost = context.site.configuration.passwordCost
        let password = form.changesPassword ? try PasswordHash.hash(form.newPassword.password, cost: cost) : nil
        let mail = MemberMail(context: context).passwordChanged(member, at: company.companyName)
        let (actor, now) = (context.actor, context.now)
        try context.write { records in
            if form.name != member.name {
                try records.members.rename(member.id, to: form.name)
                try records.events.record("name changed", by: actor, detail: "\(member.name) to \(form.name)", at: now)
            }
            guard let password else { return }
            try records.members.setPassword(password, login: login.id)
            try records.sessions.endAll(login: login.id)
            try records.events.record("password changed", by: actor, at: now)
            if let mail { try records.outbox.add(mail, at: now) }
        }
        var response = Response.redirect(to: Link.profile.address + "?saved=yes")
        if password != nil {
            try SessionStart(request, context).contractor(
                company.id, member: member.id, isSettingUp: false, isRemembered: context.visit.isRemembered
            ).set(on: &response, context)
        }
        return response
    }

    /// A wrong one counts as it does at sign-in.
    private static func proof(_ form: MemberProfileForm, _ login: MemberStore.Login, _ context: Context) throws -> [Fault] {
        let isRight = try PasswordCheck(context).isRight(form.currentPassword, login.passwordHash)
        let (lockout, now) = (context.agency.signIn.lockout, context.now)
        switch try context.write({
            try $0.signIns.judge(.member(login.id), isRight: isRight, lockout: lockout, at: now)
        }) {
        case .admitted: return []
        case .wrong: return [Fault("current-password", "This is not your current password")]
        case .locked(let lock): return [Fault(nil, LockText.words(lock, context))]
        }
    }

    private static func own(_ id: Int, _ context: Context) throws -> (Member, Contractor, MemberStore.Login) {
        let contractor = try context.contractorID()
        guard let member = try context.records.members.find(id: id, contractor: contractor),
            let company = try context.records.contractors.find(id: contractor),
            let login = try context.records.members.login(member: id)
        else { throw PortalError.notFound }
        return (member, company, login)
    }
}
