import HTTP
import Permitting

/// The company's own side of the record of who did what.
enum ActivityRoutes {
    /// Those who manage people see what all did, everybody else what they did themselves.
    @Sendable static func index(_ request: Request, _ context: Context) throws -> Response {
        let own = context.viewer.member.flatMap { $0.mayManage ? nil : $0.id }
        let list = try ActivityList(
            contractor: try context.contractorID(), member: own, asked: request.target.query["page"], context
        ) { Link.activity.address + "?page=\($0)" }
        return try context.page(ActivityPage(list: list, isOwn: own != nil))
    }
}
