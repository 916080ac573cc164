import Credentials
import HTTP
import Permitting
import Storage

/// The one place that turns an error into a page: a public message, and the cause for the log only.
struct ErrorAnswer {
    let site: PermitSite
    let context: Context?

    func response(to error: any Error, request: Request) -> Response {
        switch error {
        case PortalError.notFound: return page(.notFound, .notFound)
        case PortalError.forbidden: return refusal(.forbidden, request)
        case PortalError.crossSite: return refusal(.crossSite, request)
        case PortalError.formExpired: return refusal(.formExpired, request)
        case PortalError.signInNeeded(let next, let lost): return signIn(next, lost)
        case PortalError.setUpNeeded: return .redirect(to: Link.firstLogin.address)
        case PortalError.secondFactorNeeded(let isOn):
            return .redirect(to: (isOn ? Link.signInCode : Link.secondFactor).address)
        case PortalError.paidAtTheCounter: return page(.paidAtTheCounter(site.agency.office), .notFound)
        case PortalError.linkUsed: return page(.linkUsed, .notFound)
        case PortalError.confirmationUsed: return page(.confirmationUsed, .notFound)
        case PortalError.invitationUsed: return page(.invitationUsed, .notFound)
        case PortalError.tooManyAttempts(let seconds): return tooManyAttempts(seconds, request)
        case PortalError.badField(let what): return page(.badRequest(what), .badRequest)
        case let refusal as Refusal where refusal.status == .contentTooLarge: return tooLarge(request)
        case let refusal as Refusal where refusal.status != .insufficientStorage:
            return page(.badRequest(refusal.reason), refusal.status)
        default: return fault(error, request)
        }
    }

    private func signIn(_ next: String, _ lost: PortalError.Sent?) -> Response {
        if next == Link.counterLogin.address { return .redirect(to: next) }
        return .redirect(
            to: Link.login.address + "?" + FormFields.encode([("next", next)] + (lost.map { [("lost", $0.rawValue)] } ?? [])))
    }

    private func tooManyAttempts(_ seconds: Int, _ request: Request) -> Response {
        site.configuration.logFault("refused: too many sign-ins: \(request.target.path) from \(request.client)")
        var response = page(.tooManyAttempts(seconds: seconds), .tooManyRequests)
        response.headers["Retry-After"] = String(seconds)
        return response
    }

    private func refusal(_ error: ErrorPage, _ request: Request) -> Response {
        site.configuration.logFault(
            "refused: \(error.title): \(request.method.name) \(loggedPath(request)) from \(request.client)")
        return page(error, .forbidden)
    }

    /// Where an address is itself a secret, it is one in this log too.
    private func loggedPath(_ request: Request) -> String {
        site.loggedPath(request.target.path, route: site.place(of: request.method, request.target).route)
    }

    private func tooLarge(_ request: Request) -> Response {
        page(
            .tooLarge(most: site.place(of: request.method, request.target).takesFiles ? site.agency.attachments.largest : nil),
            .contentTooLarge)
    }

    private func fault(_ error: any Error, _ request: Request) -> Response {
        let reference = Hex.encode(RandomToken().hash.prefix(4))
        site.configuration.logFault(
            "fault \(reference): \(request.method.name) \(loggedPath(request)): \(error)")
        if isDiskFull(error) { return page(.diskFull(reference), .insufficientStorage) }
        return page(.fault(reference), .internalServerError)
    }

    /// The disk that keeps the records, or the one that holds what is being sent.
    private func isDiskFull(_ error: any Error) -> Bool {
        if let refusal = error as? Refusal { return refusal.status == .insufficientStorage }
        return (error as? BodyFileError)?.isOutOfSpace ?? StorageFault.isDiskFull(error)
    }

    /// In the portal's frame where that can be had, and as plain text where it cannot.
    private func page(_ error: ErrorPage, _ status: Status) -> Response {
        if let context {
            do {
                return try context.page(error, status: status)
            } catch {
                site.configuration.logFault("error page: \(error)")
            }
        }
        return .text(error.title + "\n\n" + error.text + "\n", status: status)
    }
}
