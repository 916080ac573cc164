import Permitting
import SQLite

/// Payments on their way and settled. The schema sees to it that a fee is in one open or settled payment only.
public struct PaymentStore {
    let connection: Connection

    public func find(_ reference: PaymentReference) throws -> Payment? {
        try connection.first(Self.select + "WHERE reference = ?", reference, map: Self.payment)
    }

    public func open(contractor: Int) throws -> Payment? {
        try connection.first(
            Self.select + "WHERE contractor_id = ? AND state = 'open' ORDER BY id LIMIT 1", contractor, map: Self.payment)
    }

    /// A new open payment for exactly these fees.
    public func start(
        _ summary: CheckoutSummary, reference: PaymentReference, contractor: Int, member: Int? = nil,
        method: PaymentMethod, feeName: String, at now: Instant
    ) throws -> Payment {
        try connection.run(
            """
            INSERT INTO payments (reference, contractor_id, member_id, method, method_label, fees, convenience_fee,
                convenience_fee_name, state, started_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?)
            """, reference, contractor, member, method.key, method.label, summary.totalFees,
            method.convenienceFee(on: summary.totalFees), feeName, now)
        let id = Int(connection.lastInsertedRowID)
        for fee in summary.fees {
            try connection.run(
                "INSERT INTO payment_lines (payment_id, fee_id, amount) VALUES (?, ?, ?)", id, fee.id, fee.amount)
        }
        return Payment(
            id: id, reference: reference, contractorID: contractor, memberID: member, methodKey: method.key,
            fees: summary.totalFees, convenienceFee: method.convenienceFee(on: summary.totalFees), state: .open, startedAt: now,
            receipt: nil)
    }

    public func numbers(of payment: Int) throws -> [PermitNumber] {
        try connection.rows(
            """
            SELECT DISTINCT number FROM payment_lines CROSS JOIN fees ON fees.id = fee_id CROSS JOIN permits ON permits.id = permit_id
            WHERE payment_lines.payment_id = ? ORDER BY number
            """, payment
        ) { try $0[0] }
    }

    /// The one step that notification and return both lead to. Said twice, it does nothing the second time.
    @discardableResult
    public func apply(_ notification: PaymentNotification, agency: Agency, at now: Instant) throws -> Settlement? {
        guard let payment = try find(notification.reference) else { return nil }
        let settlement = try Settlement(of: notification, for: payment)
        switch settlement {
        case .settle:
            try settle(payment, lastFour: notification.lastFour, at: now)
            if let payments = agency.payments { try changeStatuses(payment, payments, agency.statuses, at: now) }
        case .end(let state): try end(payment, as: state, by: payment.payer, at: now)
        case .nothing: break
        }
        return settlement
    }

    public func end(_ payment: Payment, as state: Payment.State, by actor: EventStore.Actor, at now: Instant) throws {
        try connection.run("UPDATE payments SET state = ?, ended_at = ? WHERE id = ?", state, now, payment.id)
        try EventStore(connection: connection).record(
            "payment \(state.rawValue)", by: actor, detail: payment.total.description, at: now)
    }

    private func settle(_ payment: Payment, lastFour: String, at now: Instant) throws {
        let number: ReceiptNumber? = try connection.first(
            "UPDATE counters SET value = value + 1 WHERE name = 'receipt' RETURNING value"
        ) { try $0[0] }
        try connection.run(
            "UPDATE payments SET state = 'settled', ended_at = ?, receipt_number = ?, last_four = ? WHERE id = ?",
            now, number, lastFour, payment.id)
        try connection.run(
            "UPDATE fees SET payment_id = ?1 WHERE id IN (SELECT fee_id FROM payment_lines WHERE payment_id = ?1)", payment.id)
        try connection.run(
            """
            DELETE FROM cart_records WHERE contractor_id = ?1 AND permit_id IN
                (SELECT permit_id FROM payment_lines JOIN fees ON fees.id = fee_id WHERE payment_lines.payment_id = ?2)
            """, payment.contractorID, payment.id)
        try EventStore(connection: connection).record(
            "payment settled", by: payment.payer, detail: payment.total.description, at: now)
    }

    private static let select: SQL = """
        SELECT id, reference, contractor_id, method, fees, convenience_fee, state, started_at, receipt_number,
            member_id
        FROM payments 
        """

    private static func payment(_ row: Row) throws -> Payment {
        Payment(
            id: try row[0], reference: try row[1], contractorID: try row[2], memberID: try row[9], methodKey: try row[3],
            fees: try row[4],
            convenienceFee: try row[5], state: try row[6], startedAt: try row[7], receipt: try row[8])
    }
}

extension Payment {
    /// Who began it, though it is the provider who says what became of it.
    fileprivate var payer: EventStore.Actor { .contractor(contractorID, member: memberID) }
}
