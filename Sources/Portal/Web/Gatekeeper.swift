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
        case (.signInCode, .staff), (.ownSecondFactor, .staff): return
        case (_, .signingIn(let member)): try checkSecondFactor(route.access, of: member, context)
        case (.staff, .anonymous), (.signInCode, .anonymous), (.ownSecondFactor, .anonymous):
            throw PortalError.signInNeeded(next: Link.counterLogin.address)
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

    /// Whoever has a second factor types its code, whoever needs one sets it up: either and nothing else.
    private static func checkSecondFactor(_ access: Access, of member: StaffMember, _ context: Context) throws {
        let isOn = try context.records.secondFactors.isOn(member: member.id)
        switch access {
        case .signInCode where isOn, .ownSecondFactor where !isOn: return
        default: throw PortalError.secondFactorNeeded(isOn: isOn)
        }
    }
}
