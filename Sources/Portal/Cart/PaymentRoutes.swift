import HTTP
import Permitting
import Storage

enum PaymentRoutes {
    /// The return from the provider's page. What happened is read from the records, never from the address.
    @Sendable static func show(_ request: Request, _ context: Context) throws -> Response {
        let payment = try own(context)
        if let receipt = payment.receipt { return context.redirect(to: .receipt(receipt)) }
        return try context.page(PaymentPage(payment, context))
    }

    @Sendable static func destroy(_ request: Request, _ context: Context) throws -> Response {
        let payment = try own(context)
        let (actor, now) = (context.actor, context.now)
        try context.write { records in
            guard let payment = try records.payments.find(payment.reference), payment.state == .open else { return }
            try records.payments.end(payment, as: .cancelled, by: actor, at: now)
        }
        return context.redirect(to: .payment(payment.reference))
    }

    /// The provider's word, signed. Said twice it does nothing the second time.
    @Sendable static func notification(_ request: Request, _ context: Context) throws -> Response {
        let signature = request.headers["Payment-Signature"] ?? ""
        let (agency, now) = (context.agency, context.now)
        do {
            let notification = try context.site.gateway.notification(body: try request.body.read(), signature: signature)
            guard try context.write({ try $0.payments.apply(notification, agency: agency, at: now) }) != nil else {
                return .text("no such payment\n", status: .notFound)
            }
            return .text("noted\n")
        } catch let refusal as NotificationRefusal {
            context.site.configuration.logFault("payment notification from \(request.client): \(refusal)")
            return .text("\(refusal)\n", status: .forbidden)
        } catch let refusal as Settlement.Refusal {
            context.site.configuration.logFault("payment notification: \(refusal)")
            let actor = EventStore.Actor.stranger(from: context.client)
            try context.write { try $0.events.record("payment notification refused", by: actor, detail: "\(refusal)", at: now) }
            return .text("\(refusal)\n", status: .conflict)
        }
    }

    private static func own(_ context: Context) throws -> Payment {
        guard let reference = context.parameters["reference"].flatMap(PaymentReference.init(rawValue:)),
            let payment = try context.records.payments.find(reference), payment.contractorID == (try context.contractorID())
        else { throw PortalError.notFound }
        return payment
    }
}
