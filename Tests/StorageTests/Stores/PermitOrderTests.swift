import Permitting
import Testing

@testable import Storage

/// A company with sixty permits, many of them alike in all but the number.
struct PermitOrderTests {
    private let records: DemoRecords
    private let company: Int

    static let orders = PermitOrder.Column.allCases.flatMap { [PermitOrder($0), PermitOrder($0, isDescending: true)] }

    init() throws {
        let records = try DemoRecords()
        let company = try records.company("TIES AND SONS", license: "AEC0300")
        let dates = [nil, DemoRecords.today, DemoRecords.today.adding(days: 9), DemoRecords.today.adding(days: -1)]
        for index in 0..<60 {
            let permit = try records.file(
                // 37 and 60 have no common divisor: every number once, in no order.
                "TIE-\(100 + index * 37 % 60)", status: ["ACTIVE", "SUBMITTED", "EXPIRED"][index % 3],
                type: ["MECHANICAL", "RESIDENTIAL"][index / 3 % 2], address: ["", "1 A ST", "2 B ST"][index / 2 % 3],
                expires: dates[index / 5 % 4], for: [company])
            if index % 4 > 0 { try records.charge(index % 4 * 900, on: permit) }
        }
        (self.records, self.company) = (records, company)
    }

    private func key(_ listing: PermitListing, _ column: PermitOrder.Column) -> String {
        switch column {
        case .number: listing.permit.number.rawValue
        case .address: listing.permit.address
        case .type: listing.permit.type
        case .status: listing.permit.status.word
        case .expired: listing.permit.expiresOn?.rawValue ?? ""
        case .fees: String(1_000_000 + listing.due.cents)
        }
    }

    private func inOrder(_ listings: [PermitListing], _ order: PermitOrder) -> [String] {
        listings.sorted { left, right in
            let (first, second) = (key(left, order.column), key(right, order.column))
            guard first != second else { return left.permit.number < right.permit.number }
            return order.isDescending ? second < first : first < second
        }.numbers
    }

    @Test(arguments: orders)
    func `both lists stand in that order, ties by number`(order: PermitOrder) throws {
        let (active, expired) = (try records.active(company, order), try records.expired(company, order))
        #expect(active.count + expired.count == 60 && active.count > 10 && expired.count > 10)
        #expect(active.numbers == inOrder(active, order))
        #expect(expired.numbers == inOrder(expired, order))
    }

    @Test(arguments: orders)
    func `pages neither repeat nor leave out a permit`(order: PermitOrder) throws {
        for size in [1, 7] {
            let active = try (0..<60).flatMap { try records.active(company, order, limit: size, offset: $0 * size).numbers }
            #expect(active == (try records.active(company, order).numbers))
            let expired = try (0..<60).flatMap { try records.expired(company, order, limit: size, offset: $0 * size).numbers }
            #expect(expired == (try records.expired(company, order).numbers))
        }
    }

    @Test func `the counts are the lists'`() throws {
        let company = company
        let (active, expired) = try records.read {
            (
                try $0.permits.activeCount(contractor: company, today: DemoRecords.today),
                try $0.permits.expiredCount(contractor: company, today: DemoRecords.today)
            )
        }
        #expect(try records.active(company).count == active)
        #expect(try records.expired(company).count == expired)
        #expect(active + expired == 60)
    }
}
