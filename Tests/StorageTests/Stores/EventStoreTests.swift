import Permitting
import Testing

@testable import Storage

struct EventStoreTests {
    private struct Event: Equatable {
        let at: Instant
        let contractor: Int?
        let staff: Int?
        let permit: Int?
        let what: String
        let detail: String
    }

    private let records: DemoRecords

    init() throws { records = try DemoRecords() }

    private func events() throws -> [Event] {
        try records.read { records in
            try records.connection.rows("SELECT at, contractor_id, staff_id, permit_id, what, detail FROM events ORDER BY id") {
                Event(
                    at: try $0[0], contractor: try $0[1], staff: try $0[2], permit: try $0[3], what: try $0[4], detail: try $0[5])
            }
        }
    }

    @Test func `what happened is told with who, when and to which permit`() throws {
        let (rich, permit) = (try records.contractor(DemoRecords.rich), try records.permit("RES16-0688").id)
        let clerk = try #require(try records.read { try $0.staff.credentials(email: "clerk@example.com") }).member.id
        let later = DemoRecords.now.adding(minutes: 1)
        try records.write {
            try $0.events.record("signed in", by: .contractor(rich), at: DemoRecords.now)
            try $0.events.record("permit issued", by: .staff(clerk), permit: permit, detail: "RES16-0688", at: later)
            try $0.events.record("PIN issued", by: .portal, at: later)
        }
        #expect(
            try events() == [
                Event(at: DemoRecords.now, contractor: rich, staff: nil, permit: nil, what: "signed in", detail: ""),
                Event(at: later, contractor: nil, staff: clerk, permit: permit, what: "permit issued", detail: "RES16-0688"),
                Event(at: later, contractor: nil, staff: nil, permit: nil, what: "PIN issued", detail: ""),
            ])
    }

    @Test func `what was undone is not told`() throws {
        #expect(throws: CancellationError.self) {
            try records.write { records in
                try records.events.record("permit issued", by: .portal, at: DemoRecords.now)
                throw CancellationError()
            }
        }
        #expect(try events() == [])
    }

    @Test func `nobody who is not there is told of`() throws {
        #expect(
            refusal { try records.write { try $0.events.record("x", by: .staff(999), at: DemoRecords.now) } }?
                .isForeignKeyViolation == true)
        #expect(try events() == [])
    }
}
