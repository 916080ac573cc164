import HTTP
import Permitting
import Storage

/// The built-in provider's own pages. They stand in for another site: they know the order from their link and nothing else.
enum TrialProviderRoutes {
    @Sendable static func show(_ request: Request, _ context: Context) throws -> Response {
        let (_, order) = try order(request.target.query, context)
        return try context.page(TrialProviderPage(order: order, link: request.target.query, agency: context.agency.name))
    }

    @Sendable static func create(_ request: Request, _ context: Context) throws -> Response {
        let fields = try request.form()
        let (provider, order) = try order(fields, context)
        let account = TrialAccount(fields["number"] ?? "", method: order.method)
        let outcome: PaymentNotification.Outcome
        if fields["outcome"] == "cancel" {
            outcome = .cancelled
        } else if let answer = account.outcome {
            outcome = answer
        } else {
            let page = TrialProviderPage(
                order: order, link: fields, agency: context.agency.name,
                faults: [Fault("number", "Use one of the test numbers listed here; nothing else is taken")])
            return try context.page(page, status: .unprocessableContent)
        }
        let said = PaymentNotification(
            reference: order.reference, amount: order.amount, outcome: outcome,
            lastFour: outcome == .approved ? account.lastFour : "")
        guard try tell(said, provider, context) else {
            let page = TrialProviderPage(
                order: order, link: fields, agency: context.agency.name,
                faults: [
                    Fault(nil, "This order has ended, so nothing was taken. Go back to \(context.agency.name) and begin again.")
                ])
            return try context.page(page, status: .unprocessableContent)
        }
        return .redirect(to: order.returnAddress)
    }

    /// The notification goes the way a real provider's would: signed, verified, settled once. False for an order that has ended:
    /// this provider then takes nothing.
    private static func tell(_ said: PaymentNotification, _ provider: any TrialProvider, _ context: Context) throws -> Bool {
        let signed = provider.notify(said)
        let notification = try context.site.gateway.notification(body: signed.body, signature: signed.signature)
        let (agency, now) = (context.agency, context.now)
        do {
            try context.write { _ = try $0.payments.apply(notification, agency: agency, at: now) }
            return true
        } catch let refusal as Settlement.Refusal {
            context.site.configuration.logFault("trial provider: \(refusal)")
            return false
        }
    }

    private static func order(_ fields: FormFields, _ context: Context) throws -> (any TrialProvider, PaymentOrder) {
        guard let provider = context.site.gateway as? any TrialProvider,
            let order = provider.order(from: fields["order"] ?? "", signature: fields["signature"] ?? "")
        else { throw PortalError.notFound }
        return (provider, order)
    }
}
