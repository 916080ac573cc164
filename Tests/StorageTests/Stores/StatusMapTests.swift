import Permitting
import Testing

@testable import Storage

/// An agency that changes what a word means: its permits and the dashboards they stand on follow at the next start.
struct StatusMapTests {
    private let records: DemoRecords
    private let rich: Int
    private static let submitted = #""SUBMITTED": { "state": "pending", "onDashboard": true }"#

    init() throws {
        records = try DemoRecords()
        rich = try records.contractor(DemoRecords.rich)
    }

    private func said(_ word: String) throws -> PermitStatus? {
        try records.read { records in
            try records.connection.first("SELECT word, state, listing FROM statuses WHERE word = ?", word) {
                PermitStatus(word: try $0[0], state: try $0[1], listing: try $0[2])
            }
        }
    }

    @Test func `a word that means ready from now on makes its permits ready`() throws {
        let agency = try records.agency(
            saying: #""SUBMITTED": { "state": "ready", "onDashboard": true }"#, insteadOf: Self.submitted)
        try records.database.prepare(for: agency)
        for number in ["RES17-0163", "RES17-0167", "WEB17-0002"] {
            #expect(try records.permit(number).status == PermitStatus(word: "SUBMITTED", state: .ready, listing: .byDate))
        }
        #expect(try records.active(rich).first { $0.permit.number.rawValue == "RES17-0163" }?.permit.status.state == .ready)
        #expect(try said("SUBMITTED")?.state == .ready)
        // Other words' permits are as they were.
        #expect(
            try records.permit("RES17-0150").status.state == .pending
                && (try records.permit("RES16-0304")).status.state == .active)
        try records.apply(.approved, to: try records.startPayment(for: ["RES17-0163"]))
        #expect(try records.read { try $0.permits.readyAndPaid(limit: 9) }.numbers == ["RES17-0163"])
    }

    @Test func `a word taken off the dashboard takes its permits along, and brings them back`() throws {
        let before = try records.active(rich).numbers
        let agency = try records.agency(
            saying: #""SUBMITTED": { "state": "pending", "onDashboard": false }"#, insteadOf: Self.submitted)
        try records.database.prepare(for: agency)
        #expect(try records.active(rich).numbers == before.filter { !["RES17-0163", "RES17-0167", "WEB17-0002"].contains($0) })
        let contractor = rich
        #expect(
            try records.read { try $0.permits.activeCount(contractor: contractor, today: DemoRecords.today) } == before.count - 3)
        try records.database.prepare(for: records.agency)
        #expect(try records.active(rich).numbers == before)
    }

    @Test func `a word that means expired moves its permits to the other list`() throws {
        let before = try (active: records.active(rich).count, expired: records.expired(rich).count)
        let agency = try records.agency(
            saying: #""SUBMITTED": { "state": "expired", "onDashboard": true }"#, insteadOf: Self.submitted)
        try records.database.prepare(for: agency)
        #expect(try records.active(rich).count == before.active - 3)
        #expect(try records.expired(rich).count == before.expired + 3)
        #expect(try records.expired(rich).numbers.contains("RES17-0163"))
    }

    @Test func `a word the file no longer knows is shown as it stands and counts as not active`() throws {
        let agency = try records.agency(
            saying: #""HANDED IN": { "state": "pending", "onDashboard": true }"#, insteadOf: Self.submitted)
        try records.database.prepare(for: agency)
        #expect(try records.permit("RES17-0163").status == PermitStatus(word: "SUBMITTED", state: .unknown, listing: .none))
        #expect(try !records.active(rich).numbers.contains("RES17-0163"))
    }

    @Test func `an office's own spelling of a word follows too`() throws {
        try records.file("OWN-1", status: "Submitted", for: [rich])
        let agency = try records.agency(
            saying: #""SUBMITTED": { "state": "ready", "onDashboard": true }"#, insteadOf: Self.submitted)
        try records.database.prepare(for: agency)
        #expect(try records.permit("OWN-1").status == PermitStatus(word: "Submitted", state: .ready, listing: .byDate))
    }

    @Test func `a start with the same file writes nothing`() throws {
        let before = try records.write { try $0.connection.first("SELECT total_changes()") { try $0[0] } ?? -1 }
        try records.database.prepare(for: records.agency)
        #expect(try records.write { try $0.connection.first("SELECT total_changes()") { try $0[0] } ?? -2 } == before)
    }
}
