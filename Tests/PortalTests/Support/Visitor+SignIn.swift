import Credentials
import Testing

extension Visitor {
    /// By the ribbon on the start page, in the guide's words.
    @discardableResult
    func signIn(_ company: String, _ password: String) throws -> Answer {
        try get("/")
        return try submit("LOGIN") { form in
            try form.choose(company, in: "Company")
            try form.type(password, in: "Password")
        }
    }

    @discardableResult
    func signIn(_ password: String) throws -> Answer { try signIn("RICH CONTRACTOR", password) }

    @discardableResult
    func signInAtTheCounter(_ email: String, _ password: String = DemoSite.password) throws -> Answer {
        try get("/admin/login")
        return try submit("LOGIN") { form in
            try form.type(email, in: "Email")
            try form.type(password, in: "Password")
        }
    }

    /// The set-up page after the PIN, or the one that is open.
    @discardableResult
    func setUp(password: String = "Dodd1968", question: String = "CAR", answer: String = "Chevrolet") throws -> Answer {
        if self.answer.heading != "Set up your account" { try signIn(DemoSite.pin) }
        try follow()
        return try submit("CONTINUE") { form in
            try form.type(question, in: "Security Question")
            try form.type(answer, in: "Secret Answer")
            try form.type(answer, in: "Re-enter Secret Answer")
            try form.type(password, in: "Password")
            try form.type(password, in: "Confirm Password")
        }
    }
}

extension Visitor {
    /// By the ribbon on the start page, as a public user.
    @discardableResult
    func signIn(publicUser name: String, _ password: String = DemoSite.password) throws -> Answer {
        try get("/")
        return try submit("LOGIN") { form in
            try form.choose("Public", in: "Account type")
            try form.type(name, in: "Name or email")
            try form.type(password, in: "Password")
        }
    }
}

extension DemoSite {
    /// A public user who is signed in already.
    func publicVisitor(_ email: String = homeowner) throws -> Visitor {
        let id = try #require(try publicUser(email)).id
        let (token, now) = (RandomToken(), clock.now)
        try write {
            try $0.sessions.start(tokenHash: token.hash, csrf: RandomToken().text, contractor: id, isSettingUp: false, at: now)
        }
        return try visitor(with: token)
    }

    /// Somebody who is signed in already, past the forms: for tests that are not about signing in.
    func contractor(_ license: String = rich, isSettingUp: Bool = false) throws -> Visitor {
        let (id, token, now) = (try credentials(license).id, RandomToken(), clock.now)
        try write {
            try $0.sessions.start(
                tokenHash: token.hash, csrf: RandomToken().text, contractor: id, isSettingUp: isSettingUp, at: now)
        }
        return try visitor(with: token)
    }

    func staff(_ email: String = "clerk@example.com") throws -> Visitor {
        let member = try #require(try read { try $0.staff.credentials(email: email) }).member
        let (token, now) = (RandomToken(), clock.now)
        try write { try $0.sessions.start(tokenHash: token.hash, csrf: RandomToken().text, staff: member.id, at: now) }
        return try visitor(with: token)
    }

    private func visitor(with token: RandomToken) throws -> Visitor {
        let visitor = try visitor()
        visitor.cookies["session"] = token.text
        return visitor
    }
}
