import Credentials
import HTTP
import Permitting
import Storage

/// The own account of somebody who works at the office.
enum StaffProfileRoutes {
    @Sendable static func edit(_ request: Request, _ context: Context) throws -> Response {
        let notice =
            request.target.query["saved"] != nil
            ? Notice(kind: .success, text: "Your password is changed. All your other sessions have ended.") : nil
        return try context.page(StaffProfilePage(try context.ownAccount(), context, notice: notice))
    }

    @Sendable static func update(_ request: Request, _ context: Context) throws -> Response {
        let account = try context.ownAccount()
        let (fields, member) = (try request.form(), account.member)
        let new = NewPassword(password: fields["password"] ?? "", confirmation: fields["confirmation"] ?? "")
        var faults = new.faults(
            rule: StaffPassword.rule(hasSecondFactor: account.hasSecondFactor), names: account.passwordNames(context.agency))
        if let fault = try OwnPassword(context: context).fault(fields[OwnPassword.field] ?? "", of: account) {
            faults.insert(fault, at: 0)
        }
        guard faults.isEmpty else {
            return try context.page(StaffProfilePage(account, context, faults: faults), status: .unprocessableContent)
        }
        let hash = try PasswordHash.hash(new.password, cost: context.site.configuration.passwordCost)
        let (actor, now, isShort) = (context.actor, context.now, StaffPassword.isShort(new.password))
        let mail = StaffMail(context: context).passwordChanged(member)
        try context.write { records in
            try records.staff.setPassword(hash, isShort: isShort, member: member.id)
            try records.events.record("password changed", by: actor, at: now)
            if let mail { try records.outbox.add(mail, at: now) }
        }
        var response = Response.redirect(to: Link.staffProfile.address + "?saved=yes")
        try SessionStart(request, context).staff(member.id).set(on: &response, context)
        return response
    }
}

extension StaffStore.Credentials {
    /// What alone makes no password.
    func passwordNames(_ agency: Agency) -> [String] { [member.name, member.email, agency.shortName] }
}
