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
    let gateway: any PaymentGateway
    let configuration: Configuration
    let cookies: CookieNames
    let csrfKey: [UInt8]
    let signInLimits = SignInLimits()
    private let router = Router.portal
    private let securityHeaders: SecurityHeaders
    private let health: Health

    public init(
        agency: Agency, database: PermitDatabase, templates: any TemplateSource, assets: AssetStore,
        gateway: any PaymentGateway, configuration: Configuration
    ) throws {
        self.agency = agency
        self.database = database
        self.templates = templates
        self.assets = assets
        self.gateway = gateway
        self.configuration = configuration
        cookies = CookieNames(isSecure: configuration.isSecure)
        csrfKey = try Enrollment.key("csrf", in: database)
        securityHeaders = SecurityHeaders(isSecure: configuration.isSecure, providers: gateway.origins)
        health = Health(reader: try database.reader())
    }

    /// What is answered at once, without waiting for a worker.
    public func quick(_ request: Request) -> Response? {
        if let asset = assets.answer(request) { return asset }
        guard request.target.path == "/healthz", request.method == .get || request.method == .head else { return nil }
        return health.answer(at: configuration.now())
    }

    /// Whether answering hashes a password, and so belongs to the threads kept for that.
    public func isSlow(_ request: Request) -> Bool {
        guard case .route(let route, _) = router.match(request.method, request.target.segments) else { return false }
        return route.isSlow
    }

    /// Every form is small; a page that takes files will say so in its route.
    public let bodyLimit = 64 * 1024

    /// A path as the log may have it: where an address is itself a key (an invitation, a payment), the route's pattern.
    public func loggedPath(_ path: String) -> String {
        Self.secretPatterns.first { path.hasPrefix($0.prefix) }?.pattern ?? path
    }

    private static let secretPatterns = Router.portal.routes.compactMap { route -> (prefix: String, pattern: String)? in
        guard let brace = route.pattern.range(of: "{token}") ?? route.pattern.range(of: "{reference}") else { return nil }
        return (String(route.pattern[..<brace.lowerBound]), route.pattern)
    }

    public func respond(to request: Request, reader: RecordsReader) -> Response {
        var response = answer(request, reader: reader)
        securityHeaders.add(to: &response)
        return response.tailored(to: request)
    }

    private func answer(_ request: Request, reader: RecordsReader) -> Response {
        let now = configuration.now()
        var context: Context?
        do {
            if request.target.path == "/healthz" { return try health.probe(database, at: now) }
            try reader.begin()
            let visit = try Visit.read(request, cookies, records: reader.records, csrfKey: csrfKey, now: now)
            let stranger = Context(site: self, reader: reader, visit: visit, now: now)
            context = stranger
            var response = try dispatch(request, stranger)
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

    private func dispatch(_ request: Request, _ stranger: Context) throws -> Response {
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
            try Gatekeeper.check(route.access, request, context)
            if route.method == .post && !route.isSigned {
                try CrossSiteGuard.check(request, csrf: context.visit.csrf, baseAddress: configuration.baseAddress())
            }
            return try route.handler(request, context)
        }
    }
}
