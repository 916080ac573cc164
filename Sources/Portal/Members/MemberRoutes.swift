import HTTP
import Permitting
import Storage

/// The people whom a company gives logins of their own. Whether an address is known elsewhere is told by nothing: only its owner
/// reads the mail.
enum MemberRoutes {
    static let pageSize = 20

    @Sendable static func index(_ request: Request, _ context: Context) throws -> Response {
        try context.page(try MembersPage(context, request.target.query))
    }

    @Sendable static func create(_ request: Request, _ context: Context) throws -> Response {
        let form = MemberForm(try request.form())
        let company = try company(context)
        var faults = form.faults
        if faults.isEmpty, let mail = MemberMail(context: context).invitation(form, to: company) {
            let (actor, now) = (context.actor, context.now)
            faults = try context.write { records in
                let refusals = try refusals(form, company.id, records, at: now)
                guard refusals.isEmpty else { return refusals }
                var mail = mail
                mail.member = try records.members.add(
                    name: form.name, email: form.email, mayManage: form.mayManage, contractor: company.id, at: now)
                try records.outbox.add(mail, at: now)
                try records.events.record("person invited", by: actor, detail: "\(form.name), \(form.email)", at: now)
                return []
            }
        }
        guard faults.isEmpty else {
            return try context.page(
                try MembersPage(context, request.target.query, typed: form, faults: faults), status: .unprocessableContent)
        }
        return done(.invited)
    }

    /// To somebody who has not come yet. What was taken up meanwhile stays so, and nothing is sent.
    @Sendable static func inviteAgain(_ request: Request, _ context: Context) throws -> Response {
        let (company, member) = (try company(context), try member(context))
        guard member.joinedAt == nil else { return context.redirect(to: .members) }
        var form = MemberForm()
        (form.name, form.email) = (member.name, member.email)
        guard var mail = MemberMail(context: context).invitation(form, to: company) else { throw PortalError.notFound }
        mail.member = member.id
        let (actor, now, invitation) = (context.actor, context.now, mail)
        let refusals = try context.write { records -> [Fault] in
            let refusals = try tooMany(company.id, records, at: now)
            guard refusals.isEmpty else { return refusals }
            try records.outbox.add(invitation, at: now)
            try records.events.record("person invited again", by: actor, detail: member.label, at: now)
            return []
        }
        guard refusals.isEmpty else {
            return try context.page(
                try MembersPage(context, request.target.query, faults: refusals), status: .unprocessableContent)
        }
        return done(.invitedAgain)
    }

    /// Whether somebody may invite and remove people. Nobody changes that of their own.
    @Sendable static func update(_ request: Request, _ context: Context) throws -> Response {
        let member = try member(context)
        let mayManage = try request.form()["manage"] == "yes"
        guard member.id != context.viewer.member?.id else {
            let fault = Fault(nil, "Somebody else, or the company at its shared login, has to change this for you.")
            return try context.page(
                try MembersPage(context, request.target.query, faults: [fault]), status: .unprocessableContent)
        }
        let (actor, now) = (context.actor, context.now)
        if mayManage != member.mayManage {
            try context.write { records in
                try records.members.setMayManage(mayManage, member: member.id)
                let what = mayManage ? "person may invite and remove" : "person may not invite or remove"
                try records.events.record(what, by: actor, detail: member.label, at: now)
            }
        }
        return done(.changed)
    }

    /// Asks whether they shall go.
    @Sendable static func edit(_ request: Request, _ context: Context) throws -> Response {
        try context.page(
            MemberRemovalPage(try member(context), company: try company(context).companyName, viewer: context.viewer.member))
    }

    @Sendable static func destroy(_ request: Request, _ context: Context) throws -> Response {
        let (company, member) = (try company(context), try member(context))
        let mail = member.joinedAt == nil ? nil : MemberMail(context: context).removed(member, from: company)
        let (actor, now) = (context.actor, context.now)
        try context.write { records in
            try records.members.remove(member.id, at: now)
            try records.events.record("person removed", by: actor, detail: member.label, at: now)
            if let mail { try records.outbox.add(mail, at: now) }
        }
        // Their own session has ended with the others.
        return member.id == context.viewer.member?.id ? context.redirect(to: .home) : done(.removed)
    }

    private static func done(_ deed: MembersPage.Deed) -> Response {
        .redirect(to: Link.members.address + "?done=" + deed.rawValue)
    }

    private static func refusals(_ form: MemberForm, _ company: Int, _ records: Records, at now: Instant) throws -> [Fault] {
        if try records.members.find(email: form.email, contractor: company) != nil {
            return [Fault("email", "This address is on your list already")]
        }
        if try records.members.count(contractor: company) >= Member.most {
            return [Fault(nil, "There may be at most \(Member.most) people. Remove those who have left.")]
        }
        return try tooMany(company, records, at: now)
    }

    /// Each is a mail to whatever address somebody types.
    private static func tooMany(_ company: Int, _ records: Records, at now: Instant) throws -> [Fault] {
        let since = now.adding(minutes: -24 * 60)
        let count = try records.outbox.count(.memberInvitation, contractor: company, since: since)
        guard count >= Member.mostInvitationsADay else { return [] }
        return [Fault(nil, "At most \(Member.mostInvitationsADay) invitations can be sent in 24 hours. Go on tomorrow.")]
    }

    private static func company(_ context: Context) throws -> Contractor {
        guard let company = try context.records.contractors.find(id: try context.contractorID()) else {
            throw PortalError.notFound
        }
        return company
    }

    private static func member(_ context: Context) throws -> Member {
        let (id, company) = (try context.id(), try context.contractorID())
        guard let member = try context.records.members.find(id: id, contractor: company) else { throw PortalError.notFound }
        return member
    }
}

extension Member {
    /// "Pat Plumber, pat@example.com"
    var label: String { "\(name), \(email)" }
}
