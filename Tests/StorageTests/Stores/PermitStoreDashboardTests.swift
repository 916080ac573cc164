import Permitting
import Testing

@testable import Storage

struct PermitStoreDashboardTests {
    private let records: DemoRecords
    private let company: Int

    init() throws {
        records = try DemoRecords()
        company = try records.company("LAKESIDE FRAMING", license: "AEC0301")
    }

    private func readyAndPaid(limit: Int = 50) throws -> [String] {
        try records.read { try $0.permits.readyAndPaid(limit: limit) }.numbers
    }

    @Test func `a permit is active through its last day, and expired from the next one on`() throws {
        try records.file("A-1", expires: DemoRecords.today.adding(days: 1), for: [company])
        try records.file("A-2", expires: DemoRecords.today, for: [company])
        try records.file("A-3", expires: DemoRecords.today.adding(days: -1), for: [company])
        try records.file("A-4", for: [company])
        #expect(try records.active(company).numbers == ["A-1", "A-2", "A-4"])
        #expect(try records.expired(company).numbers == ["A-3"])
        // Decided by date: the status may still read ACTIVE.
        #expect(try records.expired(company)[0].permit.status.word == "ACTIVE")
    }

    @Test func `a status that says expired counts as expired whatever the date`() throws {
        for (number, expires) in [
            ("E-1", DemoRecords.today.adding(days: 30)), ("E-2", nil), ("E-3", DemoRecords.today.adding(days: -30)),
        ] {
            try records.file(number, status: "EXPIRED", expires: expires, for: [company])
        }
        #expect(try records.active(company).isEmpty)
        #expect(try records.expired(company).numbers == ["E-1", "E-2", "E-3"])
    }

    @Test(arguments: ["FINALED", "VOID", "Aborted"])
    func `a status that stands on no dashboard is on neither list, whatever the date`(word: String) throws {
        try records.file("N-1", status: word, for: [company])
        try records.file("N-2", status: word, expires: DemoRecords.today.adding(days: -30), for: [company])
        #expect(try records.active(company).isEmpty && (try records.expired(company)).isEmpty)
        let company = company
        #expect(try records.read { try $0.permits.activeCount(contractor: company, today: DemoRecords.today) } == 0)
        #expect(try records.read { try $0.permits.expiredCount(contractor: company, today: DemoRecords.today) } == 0)
    }

    @Test func `another company's permits never appear`() throws {
        let mine = try records.file("MINE-1", for: [company])
        let rich = try records.contractor(DemoRecords.rich)
        let before = try (records.active(rich).numbers, records.expired(rich).numbers)
        let others = try records.file("MINE-2", status: "EXPIRED", for: [company])
        for order in PermitOrderTests.orders {
            #expect(try records.active(company, order).numbers == ["MINE-1"])
            #expect(try records.expired(company, order).numbers == ["MINE-2"])
            #expect(Set(try records.active(rich, order).numbers) == Set(before.0))
            #expect(Set(try records.expired(rich, order).numbers) == Set(before.1))
        }
        let company = company
        try records.read { (records) throws in
            #expect(try records.permits.isParty(contractor: company, permit: mine))
            #expect(try !records.permits.isParty(contractor: rich, permit: mine))
            #expect(try !records.permits.isParty(contractor: rich, permit: others))
        }
    }

    @Test func `what is charged to one company is due from it alone, the rest from everyone on the permit`() throws {
        let rich = try records.contractor(DemoRecords.rich)
        let permit = try records.file("SHARED-1", for: [company, rich])
        try records.charge(5_000, on: permit)
        try records.charge(6_500, on: permit, kind: .reinspection, to: company)
        let mine = try #require(try records.active(company).first)
        #expect(mine.due.description == "$115.00" && mine.reinspectionDue.description == "$65.00")
        let theirs = try #require(try records.active(rich).first { $0.permit.number.rawValue == "SHARED-1" })
        #expect(theirs.due.description == "$50.00" && theirs.reinspectionDue == .zero)
    }

    @Test func `what was paid is no longer due`() throws {
        let rich = try records.contractor(DemoRecords.rich)
        try records.apply(.approved, to: try records.startPayment(for: ["RES16-0688"]))
        #expect(try records.active(rich).first { $0.permit.number.rawValue == "RES16-0688" }?.due == .zero)
        #expect(try records.active(rich).first { $0.permit.number.rawValue == "RES17-0163" }?.due.description == "$35.00")
    }

    @Test func `only what is ready, paid for and owes nothing waits to be issued`() throws {
        try records.file("READY-0", status: "READY TO ISSUE", for: [company])
        #expect(try readyAndPaid() == [])
        try records.apply(.approved, to: try records.startPayment(for: ["RES16-0688", "RES17-0163"]))
        #expect(try readyAndPaid() == ["RES16-0688"])
        let permit = try records.permit("RES16-0688")
        // Owed by somebody else, it is owed all the same.
        try records.charge(100, on: permit.id, to: company)
        #expect(try readyAndPaid() == [])
    }

    @Test func `an issued permit leaves the queue, and the dashboard shows it issued`() throws {
        try records.apply(.approved, to: try records.startPayment(for: ["RES16-0688"]))
        let permit = try records.permit("RES16-0688")
        let issuance = try Issuance(of: permit, balance: .zero, agency: records.agency, today: DemoRecords.today)
        try records.write { try $0.permits.issue(permit, issuance) }
        #expect(try readyAndPaid() == [])
        let issued = try records.permit("RES16-0688")
        #expect(
            issued.status == issuance.status && issued.issuedOn == DemoRecords.today && issued.expiresOn == issuance.expiresOn)
        let rich = try records.contractor(DemoRecords.rich)
        let listed = try records.active(rich).first { $0.permit.number.rawValue == "RES16-0688" }
        #expect(listed?.permit.status == issuance.status && listed?.permit.expiresOn == issuance.expiresOn)
    }

    @Test func `the queue stands by number, as many as are asked for`() throws {
        for number in ["Q-3", "Q-1", "Q-2"] {
            let permit = try records.file(number, status: "READY TO ISSUE", for: [company])
            try records.charge(100, on: permit)
        }
        try records.apply(.approved, to: try records.startPayment(for: ["Q-1", "Q-2", "Q-3"], of: "AEC0301"))
        #expect(try readyAndPaid() == ["Q-1", "Q-2", "Q-3"])
        #expect(try readyAndPaid(limit: 2) == ["Q-1", "Q-2"])
    }
}
