import HTTP
import Permitting
import Storage

/// What administrators do to a colleague's account. Each deed is written down with who did it; none is for one's own account.
extension StaffAccountRoutes {
    @Sendable static func changeRole(_ request: Request, _ context: Context) throws -> Response {
        guard let role = StaffRole(rawValue: try request.form()["role"] ?? "") else {
            let page = try StaffAccountPage(try account(context), faults: [Fault("role", "Choose a role")], context)
            return try context.page(page, status: .unprocessableContent)
        }
        return try act(.role, "staff role changed", context) { records, account in
            guard account.isActive else { throw StaffAccountRefusal.inactive }
            guard account.member.role != role else { throw StaffAccountRefusal.unchanged }
            try keepAdministrator(besides: account, records)
            try records.staff.setRole(role, member: account.member.id)
            return "\(account.member.role.rawValue) to \(role.rawValue)"
        }
    }

    @Sendable static func deactivate(_ request: Request, _ context: Context) throws -> Response {
        let now = context.now
        return try act(.deactivated, "staff deactivated", context) { records, account in
            guard account.isActive else { throw StaffAccountRefusal.unchanged }
            try keepAdministrator(besides: account, records)
            try records.staff.deactivate(member: account.member.id, at: now)
            return ""
        }
    }

    @Sendable static func reactivate(_ request: Request, _ context: Context) throws -> Response {
        try act(.reactivated, "staff reactivated", context) { records, account in
            guard !account.isActive else { throw StaffAccountRefusal.unchanged }
            try records.staff.reactivate(member: account.member.id)
            return ""
        }
    }

    @Sendable static func unlock(_ request: Request, _ context: Context) throws -> Response {
        try act(.unlocked, "staff account unlocked", context) { records, account in
            try records.signIns.unlock(.staff(account.member.id))
            return ""
        }
    }

    @Sendable static func resetSecondFactor(_ request: Request, _ context: Context) throws -> Response {
        let reason = (try request.form()["reason"] ?? "").trimmed
        let target = try account(context)
        let wrong =
            reason.isEmpty
            ? "Say why"
            : reason.count > longestReason
                ? "The reason may have at most \(longestReason) characters" : FieldFormat.fault("reason", reason)
        if let wrong {
            let page = try StaffAccountPage(target, faults: [Fault("reason", wrong)], reason: reason, context)
            return try context.page(page, status: .unprocessableContent)
        }
        let (mail, now) = (StaffMail(context: context).secondFactorReset(target.member, reason: reason), context.now)
        return try act(.factorReset, "second factor reset", context) { records, account in
            guard account.isActive else { throw StaffAccountRefusal.inactive }
            guard account.hasSecondFactor else { throw StaffAccountRefusal.unchanged }
            try records.secondFactors.end(member: account.member.id)
            try records.sessions.endAll(staff: account.member.id)
            if let mail { try records.outbox.add(mail, at: now) }
            return reason
        }
    }

    /// To somebody new again, or to somebody who forgot the password.
    @Sendable static func invite(_ request: Request, _ context: Context) throws -> Response {
        let target = try account(context)
        let invitation = StaffInvitation(to: target.member, isNew: target.passwordHash == nil, context)
        let now = context.now
        let answer = try act(.invited, "staff sent a link", context) { records, account in
            guard account.isActive else { throw StaffAccountRefusal.inactive }
            try invitation.send(to: account.member.id, records, at: now)
            return ""
        }
        return answer.status == .seeOther ? try Self.answer(to: invitation, of: target.member.id, context) : answer
    }

    private static func keepAdministrator(besides account: StaffStore.Credentials, _ records: Records) throws {
        guard account.member.role == .administrator, account.passwordHash != nil else { return }
        guard try records.staff.hasAdministrator(besides: account.member.id) else { throw StaffAccountRefusal.lastAdministrator }
    }

    /// `write` answers what else is to be written down besides whose account it is.
    private static func act(
        _ deed: StaffAccountPage.Deed, _ event: String, _ context: Context,
        _ write: @escaping @Sendable (Records, StaffStore.Credentials) throws -> String
    ) throws -> Response {
        let target = try account(context)
        let (id, own, actor, now) = (target.member.id, try context.staffMember().id, context.actor, context.now)
        do {
            try context.write { records in
                guard id != own else { throw StaffAccountRefusal.own }
                guard let account = try records.staff.credentials(id: id) else { throw PortalError.notFound }
                let detail = try write(records, account)
                try records.events.record(
                    event, by: actor,
                    detail: detail.isEmpty ? account.member.email : "\(account.member.email): \(detail)", at: now)
            }
        } catch let refusal as StaffAccountRefusal {
            let page = try StaffAccountPage(target, faults: [Fault(nil, refusal.words)], context)
            return try context.page(page, status: .unprocessableContent)
        }
        return .redirect(to: Link.staffAccount(id).address + "?done=" + deed.rawValue)
    }
}
