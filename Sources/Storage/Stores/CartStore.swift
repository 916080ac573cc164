import Permitting
import SQLite

/// A company's shopping cart: the records whose fees it means to pay. It outlives the session.
public struct CartStore {
    public struct Line: Sendable {
        public let record: CheckoutSummary.Record
        public let isTicked: Bool
    }

    let connection: Connection

    /// In the order they were put in, each with its unpaid fees now.
    public func lines(contractor: Int) throws -> [Line] {
        let fees = FeeStore(connection: connection)
        return try connection.rows(
            """
            SELECT permits.id, number, address, is_ticked FROM cart_records CROSS JOIN permits ON permits.id = permit_id
            WHERE contractor_id = ? ORDER BY added_at, number
            """, contractor
        ) { row in
            let permit: Int = try row[0]
            let record = CheckoutSummary.Record(
                permitID: permit, number: try row[1], address: try row[2],
                fees: try fees.due(permit: permit, contractor: contractor))
            return Line(record: record, isTicked: try row[3])
        }
    }

    /// What would be paid: the ticked records.
    public func summary(contractor: Int) throws -> CheckoutSummary {
        CheckoutSummary(records: try lines(contractor: contractor).filter(\.isTicked).map(\.record))
    }

    public func put(permit: Int, contractor: Int, at now: Instant) throws {
        try connection.run(
            """
            INSERT INTO cart_records (contractor_id, permit_id, is_ticked, added_at) VALUES (?, ?, 1, ?)
            ON CONFLICT DO UPDATE SET is_ticked = 1
            """, contractor, permit, now)
    }

    public func tick(permits: [Int], contractor: Int) throws {
        try connection.run("UPDATE cart_records SET is_ticked = 0 WHERE contractor_id = ?", contractor)
        for permit in permits {
            try connection.run(
                "UPDATE cart_records SET is_ticked = 1 WHERE contractor_id = ? AND permit_id = ?", contractor, permit)
        }
    }

    public func remove(permit: Int, contractor: Int) throws {
        try connection.run("DELETE FROM cart_records WHERE contractor_id = ? AND permit_id = ?", contractor, permit)
    }
}
