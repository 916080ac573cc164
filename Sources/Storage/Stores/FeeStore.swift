import Permitting
import SQLite

/// Fees on permits: what is due and what was paid. A company sees those that concern everyone on the permit, and its own.
public struct FeeStore {
    let connection: Connection

    /// All fees of a permit as that company sees them; as the office sees them without one.
    public func all(permit: Int, contractor: Int?) throws -> [Fee] {
        try connection.rows(
            """
            SELECT fees.id, kind, name, amount, assessed_on, receipt_number
            FROM fees LEFT JOIN payments ON payments.id = fees.payment_id
            WHERE permit_id = ?1 AND (?2 IS NULL OR charged_to IS NULL OR charged_to = ?2) ORDER BY fees.id
            """, permit, contractor
        ) { row in
            Fee(
                id: try row[0], kind: try row[1], name: try row[2], amount: try row[3], assessedOn: try row[4],
                receipt: try row[5])
        }
    }

    public func due(permit: Int, contractor: Int?) throws -> [Fee] {
        try all(permit: permit, contractor: contractor).filter { !$0.isPaid }
    }

    @discardableResult
    public func assess(
        permit: Int, name: String, amount: Money, kind: Fee.Kind = .permit, on day: AgencyDay, chargedTo contractor: Int? = nil
    ) throws -> Int {
        try connection.run(
            "INSERT INTO fees (permit_id, kind, name, amount, assessed_on, charged_to) VALUES (?, ?, ?, ?, ?, ?)",
            permit, kind, name, amount, day, contractor)
        return Int(connection.lastInsertedRowID)
    }
}
