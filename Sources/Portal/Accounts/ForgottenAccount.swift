import Permitting
import Storage

/// One account that a link in a mail can give a new password: a company's shared login, or somebody's own.
struct ForgottenAccount: Sendable {
    enum Owner: Sendable {
        case company(Int)
        /// By the number of the login, and the membership in whose name it is told.
        case member(login: Int, MemberStore.Membership)
    }

    struct Question: Sendable {
        let text: String
        let answerHash: String
    }

    let owner: Owner
    /// "RICH CONTRACTOR (AEC0119)"; of a person with the companies: "PAT PLUMBER at RICH CONTRACTOR (AEC0119)".
    let label: String
    /// Whom the mail is to.
    let name: String
    let email: String
    /// The words that alone make no password.
    let names: [String]
    /// Asked where the agency has security questions; people have none.
    let question: Question?

    init(_ company: ContractorStore.Credentials, signIn: AgencySignIn) {
        owner = .company(company.id)
        label = company.label
        name = company.companyName
        email = company.email
        names = [company.companyName, company.license]
        question =
            signIn.asksSecurityQuestion
            ? company.secretAnswerHash.map { Question(text: company.securityQuestion, answerHash: $0) } : nil
    }

    /// One, however many companies they work for: they have one password.
    init?(_ login: MemberStore.Login) {
        guard let first = login.memberships.first else { return nil }
        owner = .member(login: login.id, first)
        label = "\(first.name) at " + login.memberships.map(\.company).joined(separator: ", ")
        name = first.name
        email = login.email
        names = login.memberships.flatMap { [$0.name, $0.companyName, $0.license] } + [login.email]
        question = nil
    }

    /// As its tick box sends it.
    var key: String {
        switch owner {
        case .company(let id): String(id)
        case .member: "member"
        }
    }

    var account: SignInStore.Account {
        switch owner {
        case .company(let id): .contractor(id)
        case .member(let login, _): .member(login)
        }
    }

    /// Ends the sessions of whoever it is.
    func set(_ hash: String, from client: String, _ records: Records, at now: Instant) throws {
        switch owner {
        case .company(let id):
            try records.contractors.setPassword(hash, contractor: id)
            try records.sessions.endShared(contractor: id)
            try records.events.record("password set by mail", by: .contractor(id, from: client), at: now)
        case .member(let login, let membership):
            try records.members.setPassword(hash, login: login)
            try records.sessions.endAll(login: login)
            let actor = EventStore.Actor.contractor(membership.contractor, member: membership.member, from: client)
            try records.events.record("password set by mail", by: actor, at: now)
        }
    }
}
