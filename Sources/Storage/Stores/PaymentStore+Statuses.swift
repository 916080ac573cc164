import Permitting
import SQLite

extension PaymentStore {
    /// Gives the permits of a payment that was settled just now the status that the agency has for them once nothing is due.
    func changeStatuses(_ payment: Payment, _ rules: AgencyPayments, _ statuses: AgencyStatuses, at now: Instant) throws {
        let permits = try connection.rows(
            """
            SELECT id, status,
                (SELECT coalesce(sum(amount), 0) FROM fees WHERE permit_id = permits.id AND payment_id IS NULL)
            FROM permits WHERE id IN
                (SELECT permit_id FROM payment_lines CROSS JOIN fees ON fees.id = fee_id WHERE payment_lines.payment_id = ?)
            ORDER BY id
            """, payment.id
        ) { row -> (id: Int, word: String, balance: Money) in (try row[0], try row[1], try row[2]) }
        for permit in permits {
            guard let status = rules.status(after: statuses.status(permit.word), balance: permit.balance) else { continue }
            try PermitStore(connection: connection).setStatus(status, of: permit.id)
            try EventStore(connection: connection).record(
                "status changed", by: .portal, permit: permit.id, detail: "\(permit.word) to \(status.word)", at: now)
        }
    }
}
