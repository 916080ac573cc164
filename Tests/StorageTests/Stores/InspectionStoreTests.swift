import Permitting
import SQLite
import Testing

@testable import Storage

struct InspectionStoreTests {
    private let records: DemoRecords
    private let permit: Int
    private let rich: Int
    private static let monday = DemoRecords.today.adding(days: 3)

    init() throws {
        records = try DemoRecords()
        permit = try records.permit("RES16-0304").id
        rich = try records.contractor(DemoRecords.rich)
    }

    @discardableResult
    private func request(_ type: String, of other: Int? = nil, on day: AgencyDay = monday, slot: String = "AM") throws -> Int {
        let (permit, contractor) = (other ?? permit, rich)
        return try records.write {
            let contact = InspectionStore.Contact(
                name: "Pat", phone: "208-555-0100", email: "pat@example.com", siteAddress: "1502 E FALLVIEW DR",
                notes: "Gate is open")
            return try $0.inspections.insert(
                permit: permit, type: type, day: day, slot: slot, contact: contact, contractor: contractor, at: DemoRecords.now)
        }
    }

    private func find(_ id: Int) throws -> Inspection { try #require(try records.read { try $0.inspections.find(id: id) }) }
    private func cancel(_ id: Int) throws { try records.write { try $0.inspections.cancel(id: id, on: DemoRecords.today) } }
    private func record(_ id: Int, _ result: Inspection.State, notes: String = "") throws {
        try records.write { try $0.inspections.record(id: id, result: result, notes: notes, on: DemoRecords.today) }
    }
    private func taken(slot: String = "AM") throws -> Int {
        try records.read { try $0.inspections.taken(day: Self.monday, slot: slot) }
    }

    @Test func `a request comes back as it was asked for, and there are no others`() throws {
        let id = try request("FRAMING")
        #expect(
            try find(id)
                == Inspection(
                    id: id, permitID: permit, type: "FRAMING", day: Self.monday, slot: "AM", state: .requested, inspector: "",
                    notes: "Gate is open", resultNotes: "", requestedBy: "RICH CONTRACTOR"))
        #expect(try records.read { try $0.inspections.find(id: 999_999) } == nil)
        #expect(try records.read { try $0.inspections.all(permit: permit) }.map(\.type) == ["FRAMING", "SETBACK / FOOTING"])
    }

    @Test func `a permit has one open request of a type, and another once that has ended`() throws {
        let first = try request("FRAMING")
        #expect(refusal { try request("FRAMING", on: Self.monday.adding(days: 1)) }?.isUniqueViolation == true)
        try request("INSULATION")
        try cancel(first)
        let again = try request("FRAMING")
        try record(again, .failed)
        try request("FRAMING")
        #expect(
            try records.read { try $0.inspections.all(permit: permit) }.filter { $0.type == "FRAMING" }.map(\.state) == [
                .requested, .failed, .cancelled,
            ])
    }

    @Test func `places taken are those of open requests, by day and time`() throws {
        let before = try (taken(), taken(slot: "PM"))
        let cancelled = try request("FRAMING")
        let passed = try request("INSULATION")
        try request("DRYWALL", slot: "PM")
        try request("FINAL", on: Self.monday.adding(days: 1))
        #expect(try taken() == before.0 + 2 && (try taken(slot: "PM")) == before.1 + 1)
        try cancel(cancelled)
        try record(passed, .passed)
        #expect(try taken() == before.0 && (try taken(slot: "PM")) == before.1 + 1)
    }

    @Test func `an inspection that has ended is neither cancelled, assigned nor judged again`() throws {
        let id = try request("FRAMING")
        let inspector = try #require(try records.read { try $0.staff.inspectors() }.first)
        try record(id, .passed, notes: "Well built.")
        try cancel(id)
        try record(id, .failed, notes: "Not so.")
        try records.write { try $0.inspections.assign(id: id, inspector: inspector.id) }
        let ended = try find(id)
        #expect(ended.state == .passed && ended.resultNotes == "Well built." && ended.inspector == "")
    }

    @Test func `an inspector is assigned while it is open, and taken off again`() throws {
        let id = try request("FRAMING")
        let inspector = try #require(try records.read { try $0.staff.inspectors() }.first)
        try records.write { try $0.inspections.assign(id: id, inspector: inspector.id) }
        #expect(try find(id).inspector == "Ira Inspector")
        let listed = try records.read { try $0.inspections.requested(limit: 50) }.first { $0.id == id }
        #expect(listed?.inspector == "Ira Inspector" && listed?.inspectorID == inspector.id)
        try records.write { try $0.inspections.assign(id: id, inspector: nil) }
        #expect(try find(id).inspector == "")
    }

    @Test func `open requests stand by day and time, in pages`() throws {
        let late = try request("FINAL", on: Self.monday.adding(days: 2))
        let afternoon = try request("FRAMING", slot: "PM")
        let morning = try request("INSULATION", of: try records.permit("RES16-0308").id)
        try cancel(try request("DRYWALL"))
        let demos = try #require(try records.read { try $0.inspections.active(contractor: rich, limit: 1, offset: 0) }.first).id
        let expected = [demos, morning, afternoon, late]
        try records.read { (records) throws in
            #expect(try records.inspections.active(contractor: rich, limit: 50, offset: 0).map(\.id) == expected)
            #expect(try records.inspections.requested(limit: 50).map(\.id) == expected)
            #expect(try records.inspections.requested(limit: 2).map(\.id) == Array(expected.prefix(2)))
            #expect(try records.inspections.activeCount(contractor: rich) == 4)
            let pages = try (0..<4).flatMap { try records.inspections.active(contractor: rich, limit: 1, offset: $0) }
            #expect(pages.map(\.id) == expected)
        }
    }

    @Test func `a company sees the requests on its permits, whoever made them, and no others`() throws {
        let second = try records.contractor(DemoRecords.second)
        #expect(try records.read { try $0.inspections.active(contractor: second, limit: 50, offset: 0) }.isEmpty)
        let shared = try request("FRAMING", of: try records.permit("RES16-0686").id)
        try request("FRAMING")
        #expect(try records.read { try $0.inspections.active(contractor: second, limit: 50, offset: 0) }.map(\.id) == [shared])
        #expect(try records.read { try $0.inspections.activeCount(contractor: second) } == 1)
    }
}
