import HTTP
import Permitting
import Storage

/// For which company somebody acts who works for several.
enum CompanyChoiceRoutes {
    @Sendable static func index(_ request: Request, _ context: Context) throws -> Response {
        let (member, login) = try own(context)
        return try context.page(
            CompanyChoicePage(login.memberships, current: member.id, next: request.target.query["next"]))
    }

    /// A session of its own for each company: the one that was left ends.
    @Sendable static func create(_ request: Request, _ context: Context) throws -> Response {
        let (member, login) = try own(context)
        let fields = try request.form()
        guard let chosen = login.memberships.first(where: { String($0.member) == fields["member"] ?? "" }) else {
            let page = CompanyChoicePage(
                login.memberships, current: member.id, next: fields["next"], faults: [Fault("member", "Choose a company")])
            return try context.page(page, status: .unprocessableContent)
        }
        var response = Response.redirect(to: SignInForm(fields).destination)
        guard chosen.member != member.id else { return response }
        try SessionStart(request, context).contractor(
            chosen.contractor, member: chosen.member, isSettingUp: false, isRemembered: context.visit.isRemembered
        ).set(on: &response, context)
        return response
    }

    private static func own(_ context: Context) throws -> (Account.Member, MemberStore.Login) {
        guard let member = context.viewer.member, let login = try context.records.members.login(member: member.id) else {
            throw PortalError.notFound
        }
        return (member, login)
    }
}
