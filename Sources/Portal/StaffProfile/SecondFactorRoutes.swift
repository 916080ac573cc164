import Credentials
import HTTP
import Permitting
import Storage

/// A member's own second factor. Whatever changes it asks for the password, and is told by mail.
enum SecondFactorRoutes {
    static let recoveryCodes = 10

    @Sendable static func edit(_ request: Request, _ context: Context) throws -> Response {
        let account = try context.ownAccount()
        let left = try context.records.secondFactors.recoveryCodes(member: account.member.id).count
        var notice: Notice?
        if request.target.query["recovery"] != nil, account.hasSecondFactor, left < recoveryCodes {
            notice = Notice(
                kind: .warning, text: "A recovery code you signed in with is used up. Codes left: \(left) of \(recoveryCodes)."
            )
        } else if request.target.query["off"] != nil, !account.hasSecondFactor {
            notice = Notice(kind: .success, text: "Your second factor is off. The recovery codes work no more.")
        }
        return try context.page(try SecondFactorPage(account, context, notice: notice))
    }

    @Sendable static func update(_ request: Request, _ context: Context) throws -> Response {
        let account = try context.ownAccount()
        let fields = try request.form()
        guard let deed = SecondFactorPage.Deed(rawValue: fields["deed"] ?? "") else { throw PortalError.badField("deed") }
        // Whoever is signing in has typed it a moment ago.
        if context.viewer.staffMember != nil,
            let fault = try OwnPassword(context: context).fault(fields[OwnPassword.field] ?? "", of: account)
        {
            return try context.page(try SecondFactorPage(account, context, faults: [fault]), status: .unprocessableContent)
        }
        switch deed {
        case .setUp: return try begin(account.member, context)
        case .recoveryCodes: return try renewCodes(account, context)
        case .removal: return try end(account, context)
        }
    }

    /// A code of the new secret: from now on it counts.
    @Sendable static func confirm(_ request: Request, _ context: Context) throws -> Response {
        let account = try context.ownAccount()
        let member = account.member
        let factor = try context.records.secondFactors.find(member: member.id)
        guard let setUp = SecondFactorSetUp(factor, of: member, context) else { return context.redirect(to: .secondFactor) }
        let typed = try request.form()["code"]?.filter { $0 != " " } ?? ""
        guard let step = setUp.codes.step(of: typed, at: context.now.seconds) else {
            let fault = Fault("code", "This is not the code that your telephone shows now. Its clock has to be right")
            return try context.page(try SecondFactorPage(account, context, faults: [fault]), status: .unprocessableContent)
        }
        let (codes, hashes) = try makeCodes(context)
        let (own, actor, now) = (context.visit.sessionHash, context.actor, context.now)
        let mail = StaffMail(context: context).secondFactorOn(member)
        let isConfirmed = try context.write { records in
            guard try records.secondFactors.confirm(setUp.codes.secret, step: step, member: member.id, at: now) else {
                return false
            }
            try records.secondFactors.replaceRecoveryCodes(hashes, member: member.id)
            // Others began without it.
            if let own { try records.sessions.endOthers(staff: member.id, than: own) }
            try records.events.record("second factor set up", by: actor, at: now)
            if let mail { try records.outbox.add(mail, at: now) }
            return true
        }
        guard isConfirmed else { return context.redirect(to: .secondFactor) }
        let cookie = try SessionStart(request, context).staff(member.id)
        let page = RecoveryCodesPage(
            codes: codes, account: member, agency: context.agency,
            notice: Notice(kind: .success, text: "Your second factor is on."))
        var response = try context.signedIn(by: cookie.token).page(page)
        cookie.set(on: &response, context)
        return response
    }

    private static func begin(_ member: StaffMember, _ context: Context) throws -> Response {
        let (secret, now) = (TOTP().secret, context.now)
        try context.write { try $0.secondFactors.begin(secret, member: member.id, at: now) }
        return context.redirect(to: .secondFactor)
    }

    private static func renewCodes(_ account: StaffStore.Credentials, _ context: Context) throws -> Response {
        guard account.hasSecondFactor else { return context.redirect(to: .secondFactor) }
        let (member, actor, now) = (account.member, context.actor, context.now)
        let (codes, hashes) = try makeCodes(context)
        let mail = StaffMail(context: context).recoveryCodesMade(member)
        try context.write { records in
            try records.secondFactors.replaceRecoveryCodes(hashes, member: member.id)
            try records.events.record("recovery codes made", by: actor, at: now)
            if let mail { try records.outbox.add(mail, at: now) }
        }
        return try context.page(RecoveryCodesPage(codes: codes, account: member, agency: context.agency, notice: nil))
    }

    private static func end(_ account: StaffStore.Credentials, _ context: Context) throws -> Response {
        let (member, actor, now) = (account.member, context.actor, context.now)
        if let reason = SecondFactorPage.reason(account, context.agency.staff) {
            return try context.page(
                try SecondFactorPage(account, context, faults: [Fault(nil, reason)]), status: .unprocessableContent)
        }
        let mail = StaffMail(context: context).secondFactorOff(member)
        try context.write { records in
            try records.secondFactors.end(member: member.id)
            try records.events.record("second factor turned off", by: actor, at: now)
            if let mail { try records.outbox.add(mail, at: now) }
        }
        return .redirect(to: Link.secondFactor.address + "?off=yes")
    }

    private static func makeCodes(_ context: Context) throws -> (codes: [String], hashes: [String]) {
        let codes = (0..<recoveryCodes).map { _ in RecoveryCode.make() }
        let cost = context.site.configuration.passwordCost
        return (codes, try codes.map { try PasswordHash.hash($0, cost: cost) })
    }
}
