import HTTP
import Permitting

enum DashboardRoutes {
    @Sendable static func show(_ request: Request, _ context: Context) throws -> Response {
        let id = try context.contractorID()
        let query = DashboardQuery(request.target.query)
        let permits = context.records.permits
        let inspections = context.records.inspections
        let today = context.today
        let tables = DashboardTables(context: context, query: query)
        let active = try Portion(page: query.activePage, size: DashboardQuery.activeSize) { limit, offset in
            try permits.active(contractor: id, today: today, order: query.active, limit: limit, offset: offset)
        } count: {
            try permits.activeCount(contractor: id, today: today)
        }
        let requested = try Portion(page: query.inspectionsPage, size: DashboardQuery.otherSize) { limit, offset in
            try inspections.active(contractor: id, limit: limit, offset: offset)
        } count: {
            try inspections.activeCount(contractor: id)
        }
        let name = context.viewer.account?.name ?? ""
        let notice = try DashboardNotice(context: context).read(request.target.query)
        return try context.page(
            DashboardPage(
                name: name,
                tables: [
                    try tables.active(active.rows, total: active.total),
                    tables.inspections(requested.rows, total: requested.total),
                ] + (try expired(id, tables, context)), linkAddress: try linkAddress(id, context),
                firstPassword: try firstPassword(of: id, context), notice: notice))
    }

    /// The way on for a public user who has no permit here yet.
    private static func linkAddress(_ user: Int, _ context: Context) throws -> String? {
        guard context.may(.linkPermits), try context.records.permits.linkedCount(by: user) == 0 else { return nil }
        return Link.permitLinks.address
    }

    /// Where a first password opens the dashboard, it asks for another one until there is one; the company's people have their own.
    private static func firstPassword(of company: Int, _ context: Context) throws -> String? {
        let signIn = context.agency.signIn
        guard signIn.afterFirstPassword == .dashboard, context.viewer.account?.member == nil,
            try context.records.contractors.credentials(id: company)?.passwordHash == nil
        else { return nil }
        return signIn.firstPassword.issuedName
    }

    /// None where the agency keeps no such list.
    private static func expired(_ id: Int, _ tables: DashboardTables, _ context: Context) throws -> [Table] {
        guard !context.agency.dashboard.expiredPermits.isEmpty else { return [] }
        let (permits, today, query) = (context.records.permits, context.today, tables.query)
        let expired = try Portion(page: query.expiredPage, size: DashboardQuery.otherSize) { limit, offset in
            try permits.expired(contractor: id, today: today, order: query.expired, limit: limit, offset: offset)
        } count: {
            try permits.expiredCount(contractor: id, today: today)
        }
        return [try tables.expired(expired.rows, total: expired.total)]
    }
}
