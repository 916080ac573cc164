import Credentials
import Foundation
import HTTP
import Mustache
import Permitting
import Storage

/// The web pages of one permit office. Requests come in and responses go out, without a socket: every page is tested that way.
/// `Portal.swift` lists every route; a feature is a folder of Routes (HTTP in, HTTP out), Forms (validated input) and Pages (view
/// models); rules are Permitting's, SQL is Storage's.
public final class PermitSite: Sendable {
    public struct Configuration: Sendable {
        /// Asked when a link is built: the port may be known only once the server has it.
        public var baseAddress: @Sendable () -> BaseAddress
        public var isSecure: Bool
        /// Of new password hashes; older ones are made anew when their owners sign in. Each step doubles time and memory.
        public var passwordCost = PasswordHash.defaultCost
        public static var passwordCosts: ClosedRange<Int> { PasswordHash.costs }
        /// A name in a template that no page has is an error instead of a blank: for tests.
        public var isStrict = false
        /// Whether there is a mail program: without one mail is kept, and the office's page says so.
        public var sendsMail = false
        public var now: @Sendable () -> Instant
        /// Where faults are written, each with the reference number that the page shows.
        public var logFault: @Sendable (String) -> Void

        public init(
            baseAddress: @escaping @Sendable () -> BaseAddress, isSecure: Bool, now: @escaping @Sendable () -> Instant,
            logFault: @escaping @Sendable (String) -> Void
        ) {
            self.baseAddress = baseAddress
            self.isSecure = isSecure
            self.now = now
            self.logFault = logFault
        }
    }

    let agency: Agency
    let database: PermitDatabase
    let templates: any TemplateSource
    let assets: AssetStore
    let letterhead: Letterhead
    let gateway: any PaymentGateway
    let configuration: Configuration
    let cookies: CookieNames
    let csrfKey: [UInt8]
    let signInLimits = SignInLimits()
    let linkLimits = LinkLimits()
    private let router = Router.portal
    private let securityHeaders: SecurityHeaders
    private let health: Health
    private let uploadGate: UploadGate

    public init(
        agency: Agency, database: PermitDatabase, templates: any TemplateSource, assets: AssetStore,
        gateway: any PaymentGateway, configuration: Configuration
    ) throws {
        self.agency = agency
        self.database = database
        self.templates = templates
        self.assets = assets
        letterhead = Letterhead(agency: agency, assets: assets)
        self.gateway = gateway
        self.configuration = configuration
        cookies = CookieNames(isSecure: configuration.isSecure)
        csrfKey = try Enrollment.key("csrf", in: database)
        securityHeaders = SecurityHeaders(isSecure: configuration.isSecure, providers: gateway.origins)
        health = Health(reader: try database.reader())
        uploadGate = UploadGate(reader: try database.reader())
    }

    /// What is answered at once, without waiting for a worker.
    public func quick(_ request: Request) -> Response? {
        if let asset = assets.answer(request) { return asset }
        guard request.target.path == "/healthz", request.method == .get || request.method == .head else { return nil }
        return health.answer(at: configuration.now())
    }

    /// Where a request is counted, by its place in `CountedRoute.all`, and whether answering it hashes a password or takes a file in
    /// and so belongs to the threads kept for that.
    public func place(of method: HTTP.Method, _ target: Target) -> (route: Int, isSlow: Bool, takesFiles: Bool) {
        guard let number = router.number(method, target.segments) else {
            return (CountedRoute.number(beside: target.segments), false, false)
        }
        return (number, router.routes[number].isSlow, router.routes[number].takesFiles)
    }

    /// Every form is small, but for those that carry a file.
    static let formBytes = 64 * 1024

    /// The most content that a request may have.
    public func bodyLimit(for head: RequestHead) -> Int {
        guard head.method == .post, place(of: head.method, head.target).takesFiles else { return Self.formBytes }
        do {
            let isOpen = try uploadGate.isOpen(to: Cookies(head.headers), cookies, at: configuration.now())
            return isOpen ? agency.attachments.largest.bytes + Self.formBytes : Self.formBytes
        } catch {
            configuration.logFault("upload: \(error)")
            return Self.formBytes
        }
    }

    /// A path as the log may have it: where an address is itself a key (an invitation, a payment), the route's pattern. By the
    /// route that answered, since one address has many spellings; by the beginning of the path where no route did.
    /// - Parameter route: the request's place in `CountedRoute.all`, or none of them.
    public func loggedPath(_ path: String, route: Int) -> String {
        if let secret = Self.secretPatterns.first(where: { $0.route == route }) { return secret.pattern }
        return Self.secretPatterns.first { path.hasPrefix($0.prefix) }?.pattern ?? path
    }

    private static let secretPatterns = CountedRoute.all.enumerated().compactMap {
        (route, counted) -> (route: Int, prefix: String, pattern: String)? in
        let names = ["{token}", "{reference}", "{secret}"]
        guard let brace = names.lazy.compactMap({ counted.pattern.range(of: $0) }).first else { return nil }
        return (route, String(counted.pattern[..<brace.lowerBound]), counted.pattern)
    }

    /// `refusal`: why the request's content was not taken; it gets a page that says so, or asks to sign in first.
    public func respond(to request: Request, refused refusal: Refusal? = nil, reader: RecordsReader) -> Response {
        var response = answer(request, refusal, reader: reader)
        securityHeaders.add(to: &response)
        return response.tailored(to: request)
    }

    private func answer(_ request: Request, _ refusal: Refusal?, reader: RecordsReader) -> Response {
        let now = configuration.now()
        var context: Context?
        do {
            if request.target.path == "/healthz" { return try healthAnswer(to: request, at: now) }
            try reader.begin()
            let visit = try Visit.read(request, cookies, records: reader.records, csrfKey: csrfKey, now: now)
            let stranger = Context(site: self, reader: reader, visit: visit, now: now, client: request.client)
            context = stranger
            var response = try dispatch(request, refusal, stranger)
            if let mark = visit.newMark { cookies.set(cookies.visitor, mark, on: &response) }
            try reader.end()
            if visit.isToBeNoted, let hash = visit.sessionHash {
                try database.write { try $0.sessions.touch(tokenHash: hash, at: now) }
            }
            return response
        } catch {
            let response = ErrorAnswer(site: self, context: context).response(to: error, request: request)
            do { try reader.end() } catch { configuration.logFault("reader: \(error)") }
            return response
        }
    }

    private func healthAnswer(to request: Request, at now: Instant) throws -> Response {
        guard request.method == .get || request.method == .head else {
            var response = Response.text("GET tells whether the records can be read and written.\n", status: .methodNotAllowed)
            response.headers.add("Allow", "GET, HEAD")
            return response
        }
        return try health.probe(database, at: now)
    }

    private func dispatch(_ request: Request, _ refusal: Refusal?, _ stranger: Context) throws -> Response {
        // Without TLS the portal is being tried out, on whatever name the machine has.
        let address = configuration.baseAddress()
        if address.isSecure { try OwnHost(address.host).check(request) }
        switch router.match(request.method, request.target.segments) {
        case .nothing:
            guard let moved = OldLinks.answer(request) else { throw PortalError.notFound }
            return moved
        case .otherMethods(let methods):
            var response = try stranger.page(ErrorPage.wrongMethod, status: .methodNotAllowed)
            response.headers.add("Allow", methods.map(\.name).joined(separator: ", "))
            return response
        case .route(let route, let parameters):
            var context = stranger
            context.parameters = parameters
            if route.takesPayment { _ = try context.payments() }
            try Gatekeeper.check(route, request, context)
            if let refusal { throw refusal }
            if route.method == .post && !route.isSigned {
                do {
                    try CrossSiteGuard.check(
                        request, csrf: context.visit.csrf, baseAddress: address, takesFiles: route.takesFiles)
                } catch PortalError.formExpired {
                    // Signed in again meanwhile, in another window.
                    guard context.viewer.account != nil, let form = try LostForm.keep(request, route, context) else {
                        throw PortalError.formExpired
                    }
                    return .redirect(to: form)
                }
            }
            return try route.handler(request, context)
        }
    }
}
