import Credentials
import HTTP
import Permitting
import Storage

enum CheckoutRoutes {
    @Sendable static func show(_ request: Request, _ context: Context) throws -> Response {
        let contractor = try context.contractorID()
        if let payment = try context.records.payments.open(contractor: contractor) {
            return try context.page(try PaymentInProgressPage(payment, context))
        }
        let summary = try context.records.carts.summary(contractor: contractor)
        if summary.isEmpty { return context.redirect(to: .cart) }
        return try context.page(CheckoutPage(summary: summary, payments: try context.payments()))
    }

    /// "PROCEED TO PAYMENT". Amounts are worked out here from the records; the form only says which summary was seen.
    @Sendable static func create(_ request: Request, _ context: Context) throws -> Response {
        let contractor = try context.contractorID()
        let fields = try request.form()
        let summary = try context.records.carts.summary(contractor: contractor)
        if let payment = try context.records.payments.open(contractor: contractor) {
            // CONTINUE names no method. A summary sent again from an old page goes on only if it asks for the same payment.
            let isSame = fields["method"].map { $0 == payment.methodKey && summary.totalFees == payment.fees } ?? true
            if isSame { return try handOver(payment, context) }
            return try context.page(try PaymentInProgressPage(payment, context), status: .unprocessableContent)
        }
        if summary.isEmpty { return context.redirect(to: .receipts) }
        let payments = try context.payments()
        guard let method = payments.method(fields["method"] ?? "") else {
            let page = CheckoutPage(
                summary: summary, payments: payments, faults: [Fault("method", "Choose how you want to pay")])
            return try context.page(page, status: .unprocessableContent)
        }
        guard fields["summary"] == summary.fingerprint else {
            let text = "The fees have changed since you opened this page. Nothing was paid. Please look at them again."
            let page = CheckoutPage(summary: summary, payments: payments, faults: [Fault(nil, text)])
            return try context.page(page, status: .unprocessableContent)
        }
        let (actor, now, member) = (context.actor, context.now, context.viewer.member?.id)
        guard let reference = PaymentReference(rawValue: RandomToken().text) else { throw PortalError.notFound }
        let payment = try context.write { records in
            // Asked again in the writer's order: of two clicks at once the second finds the first one's payment.
            if let open = try records.payments.open(contractor: contractor) { return open }
            let summary = try records.carts.summary(contractor: contractor)
            guard fields["summary"] == summary.fingerprint else {
                throw PortalError.badField("The fees have changed meanwhile. Nothing was paid.")
            }
            try records.events.record("payment started", by: actor, detail: summary.totalDue(by: method).description, at: now)
            return try records.payments.start(
                summary, reference: reference, contractor: contractor, member: member, method: method,
                feeName: payments.convenienceFeeName, at: now)
        }
        return try handOver(payment, context)
    }

    /// On to the provider's own page.
    static func handOver(_ payment: Payment, _ context: Context) throws -> Response {
        guard let method = try context.payments().method(payment.methodKey) else { throw PortalError.notFound }
        let numbers = try context.records.payments.numbers(of: payment.id).map(\.rawValue)
        let order = PaymentOrder(
            reference: payment.reference, amount: payment.total, method: method.kind, summary: numbers.joined(separator: ", "),
            returnAddress: context.site.configuration.baseAddress().text + Link.payment(payment.reference).address)
        return .redirect(to: try context.site.gateway.handOver(order).address)
    }
}
