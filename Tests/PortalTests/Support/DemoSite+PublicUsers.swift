import Credentials
import Permitting
import Portal
import Storage
import Testing

extension DemoSite {
    static let homeowner = "pat@example.com"

    /// A public user whose address is confirmed, with permits linked. The password is the demo's.
    @discardableResult
    func addPublicUser(
        _ name: String = "Pat Homeowner", email: String = homeowner, linking numbers: [String] = []
    ) throws -> Int {
        let (hash, now) = (try PasswordHash.hash(Self.password, cost: 1), clock.now)
        let permits = try numbers.map { try permit($0).id }
        return try write { records in
            var person = Contractor(id: 0, companyName: name, license: "")
            (person.email, person.phone) = (email, "208-555-0177")
            let id = try records.contractors.insert(publicUser: person, passwordHash: hash)
            for permit in permits { _ = try records.permits.link(permit: permit, publicUser: id, at: now) }
            return id
        }
    }

    /// One more permit on the public user's dashboard.
    func link(_ number: String) throws {
        let (user, permit, now) = (try #require(try publicUser()).id, try permit(number).id, clock.now)
        try write { _ = try $0.permits.link(permit: permit, publicUser: user, at: now) }
    }

    func fillPublicCart(_ number: String) throws {
        let (user, permit, now) = (try #require(try publicUser()).id, try permit(number).id, clock.now)
        try write { try $0.carts.put(permit: permit, contractor: user, at: now) }
    }

    func publicUser(_ email: String = homeowner) throws -> ContractorStore.Credentials? {
        try read { try $0.contractors.credentials(publicUser: email) }
    }

    /// The path of a link that was mailed just now to somebody who signed up.
    func confirmationLink(of email: String, name: String = "Noa New") throws -> String {
        let (token, now) = (RandomToken(), clock.now)
        try write { records in
            let id = try records.confirmations.add(email: email, client: "127.0.0.1", at: now)
            try records.confirmations.keep(
                Contractor(id: 0, companyName: name, license: ""), passwordHash: "unused", confirmation: id)
            try records.confirmations.addLink(
                tokenHash: token.hash, confirmation: id, until: now.adding(minutes: EmailConfirmation.linkMinutes))
        }
        return "/confirm-email/" + token.text
    }

    /// The mails of a kind that wait, first written first.
    func mails(_ kind: Message.Kind) throws -> [Message] { try outbox().map(\.message).filter { $0.kind == kind } }

    /// The mail as it would leave now.
    func sealed(_ message: Message) throws -> Message? {
        let base = try #require(BaseAddress("https://permits.example.gov"))
        return try LinkSeal(database: database) { base }.seal(message, at: clock.now)
    }

    /// The path of the link to confirm an address in the mail that was written last, as it leaves now.
    func confirmationLink(_ kind: Message.Kind = .signUp) throws -> String {
        let waiting = try #require(try mails(kind).last)
        let mail = try #require(try sealed(waiting))
        let link = try #require(mail.body.firstMatch(of: #/https://permits\.example\.gov(/confirm-email/[A-Za-z0-9_-]{43})\n/#))
        return String(link.1)
    }
}
