import Credentials
import Permitting
import SQLite
import Storage
import Testing

extension DemoSite {
    /// More permits on a company's dashboard: BIG-0001 and so on.
    func addPermits(_ count: Int, to license: String = rich) throws {
        let (id, status) = (try credentials(license).id, agency.statuses.status("ACTIVE"))
        let numbers = try (1...count).map { number in
            try #require(PermitNumber(rawValue: "BIG-" + String(10_000 + number).dropFirst()))
        }
        try write { records in
            for number in numbers {
                try records.permits.insert(Permit(id: 0, number: number, type: "RESIDENTIAL", status: status), contractors: [id])
            }
        }
    }

    /// A company that was given a PIN and has not set up yet.
    func addNewcomer() throws {
        try write { records in
            let id = try records.contractors.insert(Contractor(id: 0, companyName: "NEWCOMER LLC", license: "NEW1"))
            try records.contractors.setFirstPassword("unused", contractor: id)
        }
    }

    /// The permits' fees in the company's cart.
    func fillCart(_ numbers: String..., of license: String = rich) throws {
        let (id, now) = (try credentials(license).id, clock.now)
        let permits = try numbers.map { try permit($0).id }
        try write { records in for permit in permits { try records.carts.put(permit: permit, contractor: id, at: now) } }
    }

    /// A payment for what is ticked in the cart, begun or told its outcome.
    @discardableResult
    func pay(_ outcome: PaymentNotification.Outcome?, of license: String = rich, method: String = "card") throws -> Payment {
        let (id, now) = (try credentials(license).id, clock.now)
        let way = try #require(agency.payments?.method(method))
        let reference = try #require(
            PaymentReference(rawValue: "reference-\(license)-\(try read { try $0.payments.paidItemsCount(contractor: id) })"))
        return try write { [agency] records in
            let summary = try records.carts.summary(contractor: id)
            let payment = try records.payments.start(
                summary, reference: reference, contractor: id, method: way, feeName: "Access Idaho Fee", at: now)
            guard let outcome else { return payment }
            let said = PaymentNotification(
                reference: payment.reference, amount: payment.total, outcome: outcome,
                lastFour: outcome == .approved ? "4242" : "")
            try records.payments.apply(said, agency: agency, at: now)
            return try records.payments.find(payment.reference) ?? payment
        }
    }

    /// A company that has signed in before; without a security question.
    @discardableResult
    func addAccount(_ name: String, license: String, email: String) throws -> Int {
        let hash = try PasswordHash.hash(Self.password, cost: 1)
        return try write { records in
            var contractor = Contractor(id: 0, companyName: name, license: license)
            contractor.email = email
            let id = try records.contractors.insert(contractor)
            try records.contractors.setPassword(hash, contractor: id)
            return id
        }
    }

    /// The path of a link that was mailed to the company just now.
    func resetLink(of license: String) throws -> String {
        let (token, now, email) = (RandomToken(), clock.now, try credentials(license).email)
        try write { records in
            let id = try records.passwordResets.add(email: email, client: "127.0.0.1", at: now)
            try records.passwordResets.addLink(
                tokenHash: token.hash, reset: id, until: now.adding(minutes: PasswordReset.linkMinutes))
        }
        return "/reset-password/" + token.text
    }

    /// A mail that waits to be sent.
    @discardableResult
    func addMail(_ subject: String, body: String = "Hello") throws -> Int {
        let to = Mailbox("RICH CONTRACTOR", try #require(EmailAddress(rawValue: "rich@example.com")))
        let id = try #require(MessageID(unique: RandomToken().text, host: "example.gov"))
        let message = Message(id: id, kind: .passwordChanged, to: to, subject: subject, body: body)
        let now = clock.now
        try write { try $0.outbox.add(message, at: now) }
        return try #require(try outbox().first { $0.message.subject == subject }).id
    }

    /// Every mail that waits, first written first.
    func outbox() throws -> [OutboxStore.Entry] {
        try read { try $0.outbox.list(.waiting, limit: 100, offset: 0) }.sorted { $0.id < $1.id }
    }

    func due(_ number: String) throws -> Money {
        let permit = try permit(number)
        return try read { try $0.fees.due(permit: permit.id, contractor: nil) }.map(\.amount).sum
    }

    func count(_ sql: SQL) throws -> Int {
        let connection = try Connection(path: place.file("data/" + DataFolder.databaseName), mode: .reader)
        return try connection.first(sql) { try $0[0] } ?? -1
    }

    func bytes(_ sql: SQL) throws -> [UInt8] {
        let connection = try Connection(path: place.file("data/" + DataFolder.databaseName), mode: .reader)
        return try connection.first(sql) { try $0[0] } ?? []
    }

    func text(_ sql: SQL) throws -> String {
        let connection = try Connection(path: place.file("data/" + DataFolder.databaseName), mode: .reader)
        return try connection.first(sql) { try $0[0] } ?? ""
    }

    func paymentCount() throws -> Int { try count("SELECT count(*) FROM payments") }
}
