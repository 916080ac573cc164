import HTTP
import Permitting

/// Lets a viewer in by a route, or says where to go instead.
enum Gatekeeper {
    static func check(_ route: Route, _ request: Request, _ context: Context) throws {
        let isSettingUp = context.visit.isSettingUp
        switch (route.access, context.viewer) {
        case (.anyone, _): return
        case (.account, .account) where isSettingUp: throw PortalError.setUpNeeded
        case (.account(let right), .account(let account, _)):
            guard context.agency.signIn.may(right, account) else { throw PortalError.forbidden }
        case (.settingUp, .account) where isSettingUp: return
        case (.staff(let right), .staff(let member)):
            guard member.role.may(right) else { throw PortalError.forbidden }
        case (.staff, .anonymous): throw PortalError.signInNeeded(next: Link.counterLogin.address)
        case (_, .anonymous):
            guard request.method == .post else { throw PortalError.signInNeeded(next: request.target.raw) }
            if let form = try LostForm.keep(request, route, context) {
                throw PortalError.signInNeeded(next: form, lost: .kept)
            }
            // Back to the form where it has an address of its own.
            let hasPage = if case .route = Router.portal.match(.get, request.target.segments) { true } else { false }
            throw PortalError.signInNeeded(next: hasPage ? request.target.raw : Link.dashboard.address, lost: .gone)
        default: throw PortalError.forbidden
        }
    }
}
