import Permitting
import Testing

@testable import Storage

/// A company's lists of permits, as the dashboard pages through them.
struct DashboardListTests {
    private let records: DemoRecords
    private let company: Int

    init() throws {
        records = try DemoRecords()
        company = try records.contractor(DemoRecords.rich)
        let company = company
        // More than a page of each, with days, addresses, types and fees in an order of their own.
        try records.write { (records) throws in
            for index in 0..<40 {
                let status: PermitStatus =
                    index % 4 == 0
                    ? PermitStatus(word: "EXPIRED", state: .expired, listing: .expired)
                    : PermitStatus(word: index % 3 == 0 ? "ACTIVE" : "ISSUED", state: .active, listing: .byDate)
                let number = try #require(PermitNumber(rawValue: "X-\((index * 17) % 40 + 100)"))
                var permit = Permit(id: 0, number: number, type: "TYPE \(index % 5)", status: status)
                permit.site.address = "\((index * 7) % 13) MAIN ST"
                permit.expiresOn = index % 7 == 0 ? nil : DemoRecords.today.adding(days: (index * 11) % 31 - 15)
                let id = try records.permits.insert(permit, contractors: [company])
                if index % 2 == 0 {
                    try records.fees.assess(
                        permit: id, name: "FEE", amount: Money(cents: 100 + (index * 37) % 900), on: DemoRecords.today)
                }
            }
        }
    }

    private static let orders = PermitOrder.Column.allCases.flatMap {
        [PermitOrder($0), PermitOrder($0, isDescending: true)]
    }

    @Test(arguments: orders)
    func `pages of a list put one after the other are the whole list in its order`(order: PermitOrder) throws {
        try records.read { (records) throws in
            for isActive in [true, false] {
                let read = { (limit: Int, offset: Int) throws -> [PermitListing] in
                    isActive
                        ? try records.permits.active(
                            contractor: company, today: DemoRecords.today, order: order, limit: limit, offset: offset)
                        : try records.permits.expired(
                            contractor: company, today: DemoRecords.today, order: order, limit: limit, offset: offset)
                }
                let whole = try read(1_000, 0)
                let paged = try stride(from: 0, to: whole.count, by: 6).flatMap { try read(6, $0) }
                #expect(paged.map(\.permit.number) == whole.map(\.permit.number))
                #expect(
                    whole.map(\.permit.number) == whole.sorted { Self.stands($0, before: $1, in: order) }.map(\.permit.number))
                let count =
                    isActive
                    ? try records.permits.activeCount(contractor: company, today: DemoRecords.today)
                    : try records.permits.expiredCount(contractor: company, today: DemoRecords.today)
                #expect(whole.count == count && count > 12)
                #expect(whole.allSatisfy { $0.permit.isExpired(on: DemoRecords.today) != isActive })
            }
        }
    }

    private static func stands(_ left: PermitListing, before right: PermitListing, in order: PermitOrder) -> Bool {
        let (first, second) = order.isDescending ? (right, left) : (left, right)
        let isEqual: Bool
        let isBefore: Bool
        switch order.column {
        case .number: (isEqual, isBefore) = (false, first.permit.number < second.permit.number)
        case .address: (isEqual, isBefore) = compared(first.permit.address, second.permit.address)
        case .type: (isEqual, isBefore) = compared(first.permit.type, second.permit.type)
        case .status: (isEqual, isBefore) = compared(first.permit.status.word, second.permit.status.word)
        case .expired:
            (isEqual, isBefore) = compared(first.permit.expiresOn?.rawValue ?? "", second.permit.expiresOn?.rawValue ?? "")
        case .fees: (isEqual, isBefore) = compared(first.due, second.due)
        }
        return isEqual ? left.permit.number < right.permit.number : isBefore
    }

    private static func compared<T: Comparable>(_ left: T, _ right: T) -> (isEqual: Bool, isBefore: Bool) {
        (left == right, left < right)
    }
}
