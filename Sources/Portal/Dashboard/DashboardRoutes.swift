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
        let expired = try Portion(page: query.expiredPage, size: DashboardQuery.otherSize) { limit, offset in
            try permits.expired(contractor: id, today: today, order: query.expired, limit: limit, offset: offset)
        } count: {
            try permits.expiredCount(contractor: id, today: today)
        }
        let name = context.viewer.account?.name ?? ""
        let notice = try DashboardNotice(context: context).read(request.target.query)
        return try context.page(
            DashboardPage(
                name: name,
                tables: [
                    tables.active(active.rows, total: active.total), tables.inspections(requested.rows, total: requested.total),
                    tables.expired(expired.rows, total: expired.total),
                ], notice: notice))
    }
}
