import HTTP
import Permitting

enum ReceiptRoutes {
    static let pageSize = 20

    @Sendable static func index(_ request: Request, _ context: Context) throws -> Response {
        let contractor = try context.contractorID()
        let asked = request.target.query["page"].flatMap { $0.utf8.count <= 6 ? Int($0) : nil } ?? 1
        let total = try context.records.payments.paidItemsCount(contractor: contractor)
        let page = min(max(1, asked), max(1, (total + pageSize - 1) / pageSize))
        let items = try context.records.payments.paidItems(
            contractor: contractor, limit: pageSize, offset: (page - 1) * pageSize)
        return try context.page(PaidItemsPage(items: items, total: total, page: page, clock: context.agency.clock))
    }

    @Sendable static func show(_ request: Request, _ context: Context) throws -> Response {
        guard let number = context.parameters["number"].flatMap(ReceiptNumber.init(text:)),
            let receipt = try context.records.payments.receipt(number, contractor: try context.contractorID())
        else { throw PortalError.notFound }
        return try context.page(ReceiptPage(receipt, payments: try context.payments(), clock: context.agency.clock))
    }
}
