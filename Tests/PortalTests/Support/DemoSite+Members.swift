import Credentials
import Permitting
import Portal
import Storage
import Testing

extension DemoSite {
    /// Somebody of a company with a login of their own; without a password, somebody who is only invited.
    @discardableResult
    func addMember(
        _ name: String, _ email: String, of license: String = rich, mayManage: Bool = false, password: String? = DemoSite.password
    ) throws -> Int {
        let (company, now) = (try credentials(license).id, clock.now)
        let hash = try password.map { try PasswordHash.hash($0, cost: 1) }
        return try write { records in
            let id = try records.members.add(name: name, email: email, mayManage: mayManage, contractor: company, at: now)
            guard let hash, let member = try records.members.find(id: id) else { return id }
            if let login = try records.members.login(email: email) {
                try records.members.join(member, login: login.id, at: now)
            } else {
                try records.members.join(member, passwordHash: hash, at: now)
            }
            return id
        }
    }

    /// Signed in already, past the forms.
    func member(_ id: Int) throws -> Visitor {
        let (token, now) = (RandomToken(), clock.now)
        let member = try #require(try read { try $0.members.find(id: id) })
        try write {
            try $0.sessions.start(
                tokenHash: token.hash, csrf: RandomToken().text, contractor: member.contractorID, member: id, isSettingUp: false,
                at: now)
        }
        let visitor = try visitor()
        visitor.cookies["session"] = token.text
        return visitor
    }

    /// The path of a link that was mailed to somebody just now.
    func invitationLink(of member: Int) throws -> String {
        let (token, end) = (RandomToken(), clock.now.adding(minutes: Member.invitationHours * 60))
        #expect(try write { try $0.members.invite(member, tokenHash: token.hash, until: end) })
        return "/invitations/" + token.text
    }

    /// A mail as it leaves now, with its link.
    func sealed(_ entry: OutboxStore.Entry) throws -> Message? {
        let base = try #require(BaseAddress("https://permits.example.gov"))
        let (reset, invitation) = (LinkSeal(database: database) { base }, MemberInvitationSeal(database: database) { base })
        return try reset.seal(entry.message, at: clock.now).flatMap { try invitation.seal($0, at: clock.now) }
    }

    /// The path of the link in the invitation that was written last.
    func mailedInvitation() throws -> String {
        let entry = try #require(try outbox().last { $0.message.kind == .memberInvitation })
        let text = try #require(try sealed(entry)).body
        let link = try #require(text.firstMatch(of: #/https://permits\.example\.gov(/invitations/[A-Za-z0-9_-]{43})\n/#))
        return String(link.1)
    }

    /// What a company's people did, first first: "Pat Plumber: inspection requested".
    func events(of license: String = rich) throws -> [String] {
        let company = try credentials(license).id
        return try read { try $0.events.list(contractor: company, member: nil, limit: 100, offset: 0) }.reversed().map {
            "\($0.member ?? "shared"): \($0.what)"
        }
    }
}

extension Visitor {
    /// By the ribbon, with an address of one's own.
    @discardableResult
    func signIn(email: String, _ password: String = DemoSite.password) throws -> Answer {
        try get("/")
        return try submit("LOGIN") { form in
            try form.type(email, in: "or your own email")
            try form.type(password, in: "Password")
        }
    }
}
