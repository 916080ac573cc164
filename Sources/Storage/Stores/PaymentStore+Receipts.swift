import Permitting
import SQLite

extension PaymentStore {
    /// A receipt among "Paid Items".
    public struct PaidItem: Sendable {
        public let receipt: ReceiptNumber
        public let paidAt: Instant
        public let method: String
        public let total: Money
        public let records: String
    }

    /// Newest first.
    public func paidItems(contractor: Int, limit: Int, offset: Int) throws -> [PaidItem] {
        try connection.rows(
            """
            SELECT receipt_number, ended_at, method_label, fees + convenience_fee,
                (SELECT group_concat(number, ', ') FROM
                    (SELECT DISTINCT number FROM payment_lines CROSS JOIN fees ON fees.id = fee_id
                        CROSS JOIN permits ON permits.id = permit_id
                     WHERE payment_lines.payment_id = payments.id ORDER BY number))
            FROM payments WHERE contractor_id = ? AND state = 'settled' ORDER BY receipt_number DESC LIMIT ? OFFSET ?
            """, contractor, limit, offset
        ) { row in
            PaidItem(
                receipt: try row[0], paidAt: try row[1], method: try row[2], total: try row[3], records: try row[4])
        }
    }

    public func paidItemsCount(contractor: Int) throws -> Int {
        try connection.first(
            "SELECT count(*) FROM payments WHERE contractor_id = ? AND state = 'settled'", contractor
        ) { try $0[0] } ?? 0
    }

    /// The receipt, if that company paid it.
    public func receipt(_ number: ReceiptNumber, contractor: Int) throws -> Receipt? {
        let found = try connection.first(
            """
            SELECT payments.id, receipt_number, ended_at, company_name || coalesce(' (' || members.name || ')', ''), method_label,
                last_four, convenience_fee_name, convenience_fee, fees, reference
            FROM payments JOIN contractors ON contractors.id = payments.contractor_id
                LEFT JOIN members ON members.id = member_id
            WHERE receipt_number = ? AND payments.contractor_id = ?
            """, number, contractor
        ) { row -> (id: Int, receipt: Receipt) in
            let receipt = Receipt(
                number: try row[1], paidAt: try row[2], paidBy: try row[3], method: try row[4], lastFour: try row[5],
                convenienceFeeName: try row[6], convenienceFee: try row[7], fees: try row[8], reference: try row[9], records: [])
            return (try row[0], receipt)
        }
        guard let (id, found) = found else { return nil }
        var receipt = found
        receipt.records = try records(of: id)
        return receipt
    }

    private func records(of payment: Int) throws -> [Receipt.Record] {
        var records: [Receipt.Record] = []
        try connection.each(
            """
            SELECT number, address, state, name, payment_lines.amount,
                (SELECT coalesce(sum(amount), 0) FROM fees WHERE permit_id = permits.id AND payment_id IS NULL)
            FROM payment_lines CROSS JOIN fees ON fees.id = fee_id CROSS JOIN permits ON permits.id = permit_id
            WHERE payment_lines.payment_id = ? ORDER BY number, fees.id
            """, payment
        ) { row in
            let number: PermitNumber = try row[0]
            let line: (name: String, amount: Money) = (try row[3], try row[4])
            if records.last?.number == number {
                records[records.count - 1].lines.append(line)
            } else {
                records.append(
                    Receipt.Record(number: number, address: try row[1], state: try row[2], stillDue: try row[5], lines: [line]))
            }
            return true
        }
        return records
    }
}
