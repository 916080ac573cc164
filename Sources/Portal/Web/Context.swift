import Credentials
import HTTP
import Permitting
import Storage

/// What a handler has besides the request: the records as of one moment, who is looking, and the office's clock.
struct Context {
    let site: PermitSite
    let reader: RecordsReader
    let visit: Visit
    let now: Instant
    /// The network address that the request came from.
    let client: String
    let today: AgencyDay
    /// What stands in the address where the route has a name in braces.
    var parameters: [String: String] = [:]

    init(site: PermitSite, reader: RecordsReader, visit: Visit, now: Instant, client: String) {
        self.site = site
        self.reader = reader
        self.visit = visit
        self.now = now
        self.client = client
        today = site.agency.clock.day(of: now)
    }

    var agency: Agency { site.agency }
    var records: Records { reader.records }
    var viewer: Viewer { visit.viewer }
    var rules: InspectionRules { InspectionRules(agency: agency, now: now) }

    /// Whether pages offer that to the account that is signed in: what the gate lets it do, and the agency takes online.
    func may(_ right: AccountRight) -> Bool {
        guard right != .pay || agency.payments != nil else { return false }
        return viewer.account.map { agency.signIn.may(right, $0) } ?? false
    }

    /// As whoever has just signed in, for a page that answers at once.
    func signedIn(by token: RandomToken) throws -> Context {
        guard let session = try records.sessions.find(tokenHash: token.hash) else { throw PortalError.forbidden }
        return Context(
            site: site, reader: reader, visit: Visit(session: session, hash: token.hash, now: now), now: now, client: client)
    }

    /// Who does what is done now, for the record.
    var actor: EventStore.Actor {
        switch viewer {
        case .anonymous: .stranger(from: client)
        case .account(let account, _): .contractor(account.id, member: account.member?.id, from: client)
        case .staff(let member), .signingIn(let member): .staff(member.id, from: client)
        }
    }

    /// Writes, and answers once it is on disk. What is read afterwards sees it.
    func write<T: Sendable>(_ body: @escaping @Sendable (Records) throws -> T) throws -> T {
        try reader.end()
        let result = try site.database.write(body)
        try reader.begin()
        return result
    }

    func page(_ page: some Page, status: Status = .ok) throws -> Response {
        try site.render(page, for: self, status: status)
    }

    func redirect(to link: Link) -> Response { .redirect(to: link.address) }

    /// The company or public user that is signed in; routes of `.account` always have one.
    func contractorID() throws -> Int {
        guard let id = viewer.contractorID else { throw PortalError.forbidden }
        return id
    }

    /// How fees are paid; routes that take payments always have it.
    func payments() throws -> AgencyPayments {
        guard let payments = agency.payments else { throw PortalError.paidAtTheCounter }
        return payments
    }

    func staffMember() throws -> StaffMember {
        guard let member = viewer.staffMember else { throw PortalError.forbidden }
        return member
    }

    /// Somebody of the office and their own account, also before the second factor.
    func ownAccount() throws -> StaffStore.Credentials {
        let member: StaffMember? = if case .signingIn(let member) = viewer { member } else { viewer.staffMember }
        guard let id = member?.id, let account = try records.staff.credentials(id: id) else { throw PortalError.forbidden }
        return account
    }

    /// The permit that the address names.
    func permit() throws -> Permit {
        guard let number = parameters["number"].flatMap(PermitNumber.init(segment:)) else { throw PortalError.notFound }
        if let permit = try records.permits.find(number) { return permit }
        // People type addresses from letters, in small letters too.
        guard let upper = PermitNumber(rawValue: number.rawValue.uppercased()), let permit = try records.permits.find(upper)
        else {
            throw PortalError.notFound
        }
        return permit
    }

    func id() throws -> Int {
        guard let text = parameters["id"], text.utf8.count <= 18, let id = Int(text), id > 0, String(id) == text else {
            throw PortalError.notFound
        }
        return id
    }
}
