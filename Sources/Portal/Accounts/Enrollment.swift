import Credentials
import Permitting
import Storage

/// Lets people in who have no account yet: what the office's command line does at the counter.
public struct Enrollment: Sendable {
    public enum Refusal: Error, CustomStringConvertible {
        case unknownLicense(String)
        case knownEmail(String)
        case badEmail(String)
        case unknownEmail(String)
        case noFirstPassword

        public var description: String {
            switch self {
            case .unknownLicense(let license): "no contractor has the licence \(license)"
            case .knownEmail(let email): "\(email) is on the staff already"
            case .unknownEmail(let email): "nobody on the staff has the address \(email)"
            case .noFirstPassword:
                "this office issues no first passwords: the link that Forgot Password mails leads to one"
            case .badEmail(let email): "\(email) is no mail address"
            }
        }
    }

    public static let invitationHours = 72

    let database: PermitDatabase
    let now: Instant
    let passwordCost: Int

    /// - Parameter passwordCost: as in `PermitSite.Configuration`; nil is the usual one.
    public init(database: PermitDatabase, now: Instant, passwordCost: Int? = nil) {
        self.database = database
        self.now = now
        self.passwordCost = passwordCost ?? PasswordHash.defaultCost
    }

    /// A new PIN, or whatever the office calls it; the contractor's old one, and a password if there was any, are dead.
    public func issuePIN(license: String) throws -> (company: String, name: String, pin: String) {
        let pin = RandomDigits.make(count: 6)
        let hash = try PasswordHash.hash(pin, cost: passwordCost)
        return try database.write { records in
            guard let name = try records.office.firstPassword().issuedName else { throw Refusal.noFirstPassword }
            guard let contractor = try records.contractors.credentials(license: license) else {
                throw Refusal.unknownLicense(license)
            }
            try records.contractors.setFirstPassword(hash, contractor: contractor.id)
            try records.events.record("\(name) issued", by: .portal, detail: license, at: now)
            return (contractor.companyName, name, pin)
        }
    }

    /// The path of a link by which the new member sets a password, once.
    public func invite(email: String, name: String, role: StaffRole) throws -> String {
        guard FieldFormat.isEmail(email) else { throw Refusal.badEmail(email) }
        let token = RandomToken()
        try database.write { records in
            guard try records.staff.credentials(email: email) == nil else { throw Refusal.knownEmail(email) }
            let id = try records.staff.insert(email: email, name: name, role: role)
            try records.staff.invite(id, tokenHash: token.hash, until: now.adding(minutes: Self.invitationHours * 60))
        }
        return Link.invitation(token.text).address
    }

    /// The path of a link by which a member sets another password: for an office whose only administrator forgot theirs.
    public func link(email: String) throws -> String {
        let token = RandomToken()
        try change(email, "staff sent a link") { records, account in
            let hours = InvitationSeal.hours(isNew: account.passwordHash == nil)
            try records.staff.invite(account.member.id, tokenHash: token.hash, until: now.adding(minutes: hours * 60))
        }
        return Link.invitation(token.text).address
    }

    /// For an office whose only administrator has lost telephone and recovery codes.
    public func resetSecondFactor(email: String) throws {
        try change(email, "second factor reset") { records, account in
            try records.secondFactors.end(member: account.member.id)
            try records.sessions.endAll(staff: account.member.id)
        }
    }

    /// Opens a member's account that wrong passwords have closed: for an office whose only administrator is locked out.
    public func unlock(email: String) throws {
        try change(email, "staff account unlocked") { records, account in
            try records.signIns.unlock(.staff(account.member.id))
        }
    }

    private func change(
        _ email: String, _ event: String, _ write: @escaping @Sendable (Records, StaffStore.Credentials) throws -> Void
    ) throws {
        try database.write { records in
            guard let account = try records.staff.credentials(email: email), account.isActive else {
                throw Refusal.unknownEmail(email)
            }
            try write(records, account)
            try records.events.record(event, by: .portal, detail: account.member.email, at: now)
        }
    }

    /// A key the portal makes for itself and keeps with the records.
    public static func key(_ name: String, in database: PermitDatabase) throws -> [UInt8] {
        try database.write { try $0.secrets.key(name) { RandomToken().hash } }
    }

    public func load(_ demo: Demo, agency: Agency) throws {
        try demo.load(into: database, agency: agency, now: now, digest: { SHA256.digest($0) }) {
            try PasswordHash.hash($0, cost: passwordCost)
        }
    }
}
