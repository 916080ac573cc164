import HTTP
import Permitting
import Storage

/// The second step of the office's sign-in. Wrong codes count towards the account's lock-out as wrong passwords do.
enum SignInCodeRoutes {
    @Sendable static func new(_ request: Request, _ context: Context) throws -> Response {
        if context.viewer.staffMember != nil { return context.redirect(to: .counter) }
        return try context.page(SignInCodePage())
    }

    @Sendable static func create(_ request: Request, _ context: Context) throws -> Response {
        if context.viewer.staffMember != nil { return context.redirect(to: .counter) }
        let fields = try request.form()
        let member = try context.ownAccount().member
        try context.site.signInLimits.take(request.client, at: context.now)
        let proof = try SecondFactorProof(
            code: fields["code"] ?? "", recoveryCode: fields["recovery-code"] ?? "", of: member.id, context)
        switch try judge(proof, of: member, context) {
        case .admitted: break
        case .wrong:
            return try again(fields, wrong: fields["recovery-code"] == nil ? Self.wrongCode : Self.wrongRecoveryCode, context)
        case .locked(let lock): return try again(fields, wrong: LockText.officeWords(lock, context), context)
        }
        context.site.signInLimits.giveBack(request.client, at: context.now)
        var response = Response.redirect(
            to: proof.isRecoveryCode ? Link.secondFactor.address + "?recovery=used" : Link.counter.address)
        try SessionStart(request, context).staff(member.id).set(on: &response, context)
        return response
    }

    private static let wrongCode =
        "This is not the code that your telephone shows now, or it was used already. Wait for the next one"
    private static let wrongRecoveryCode = "This is none of your recovery codes, or it was used already"

    private static func judge(
        _ proof: SecondFactorProof, of member: StaffMember, _ context: Context
    ) throws -> SignInStore.Verdict {
        let (lockout, actor, now) = (context.agency.signIn.lockout, context.actor, context.now)
        let mail = StaffMail(context: context).recoveryCodeUsed(member)
        return try context.write { records in
            let verdict = try records.signIns.judge(
                .staff(member.id), isRight: try proof.take(records, member: member.id, at: now), lockout: lockout, at: now)
            if verdict == .admitted && proof.isRecoveryCode {
                try records.events.record("recovery code used", by: actor, at: now)
                if let mail { try records.outbox.add(mail, at: now) }
            }
            return verdict
        }
    }

    private static func again(_ fields: FormFields, wrong text: String, _ context: Context) throws -> Response {
        let isRecovery = fields["recovery-code"] != nil
        return try context.page(
            SignInCodePage(isRecovery: isRecovery, faults: [Fault(isRecovery ? "recovery-code" : "code", text)]),
            status: .unprocessableContent)
    }
}
