import Permitting
import Testing

@testable import Storage

struct CartStoreTests {
    private let records: DemoRecords
    private let rich: Int
    private let permits: [Int]

    init() throws {
        let records = try DemoRecords()
        rich = try records.contractor(DemoRecords.rich)
        permits = try ["RES17-0163", "RES16-0688", "RES17-0150"].map { try records.permit($0).id }
        self.records = records
    }

    private func put(_ permit: Int, for contractor: Int? = nil, after minutes: Int = 0) throws {
        let contractor = contractor ?? rich
        try records.write {
            try $0.carts.put(permit: permit, contractor: contractor, at: DemoRecords.now.adding(minutes: minutes))
        }
    }

    private func tick(_ ticked: [Int]) throws {
        let contractor = rich
        try records.write { try $0.carts.tick(permits: ticked, contractor: contractor) }
    }

    private func lines() throws -> [CartStore.Line] { try records.read { try $0.carts.lines(contractor: rich) } }
    private func shown() throws -> [String] {
        try lines().map { "\($0.record.number.rawValue) \($0.isTicked ? "ticked" : "not") \($0.record.fees.count)" }
    }

    @Test func `records stand in the order they were put in, ticked, each with its unpaid fees`() throws {
        for (index, permit) in permits.enumerated() { try put(permit, after: index) }
        #expect(try shown() == ["RES17-0163 ticked 1", "RES16-0688 ticked 6", "RES17-0150 ticked 3"])
    }

    @Test func `only the ticked ones would be paid`() throws {
        for permit in permits { try put(permit) }
        try tick([permits[1]])
        let summary = try records.read { try $0.carts.summary(contractor: rich) }
        #expect(summary.totalFees.description == "$1,023.98")
        #expect(summary.records.map(\.permitID) == [permits[1]])
        try tick([])
        #expect(try records.read { try $0.carts.summary(contractor: rich) }.records.isEmpty)
        #expect(try lines().count == 3)
    }

    @Test func `a record put in again is ticked again, at its old place and once`() throws {
        try put(permits[0])
        try put(permits[1], after: 1)
        try tick([])
        try put(permits[0], after: 2)
        #expect(try shown() == ["RES17-0163 ticked 1", "RES16-0688 not 6"])
    }

    @Test func `a tick for what is not in the cart puts nothing in`() throws {
        try put(permits[0])
        try tick(permits + [999_999])
        #expect(try shown() == ["RES17-0163 ticked 1"])
    }

    @Test func `a fee charged to another company is not in the cart's record`() throws {
        let (second, shared) = (try records.contractor(DemoRecords.second), try records.permit("RES16-0686").id)
        try put(shared)
        try put(shared, for: second)
        #expect(try lines().map(\.record.fees.count) == [0])
        let theirs = try records.read { try $0.carts.summary(contractor: second) }
        #expect(theirs.totalFees.description == "$65.00")
    }

    @Test func `each company has a cart of its own`() throws {
        let second = try records.contractor(DemoRecords.second)
        try put(permits[0])
        try put(permits[0], for: second)
        try tick([])
        #expect(try records.read { try $0.carts.lines(contractor: second) }.map(\.isTicked) == [true])
        let (permit, contractor) = (permits[0], rich)
        try records.write { try $0.carts.remove(permit: permit, contractor: contractor) }
        #expect(try lines().isEmpty)
        #expect(try records.read { try $0.carts.lines(contractor: second) }.count == 1)
    }

    @Test func `fees show as they are now, not as they were when the record was put in`() throws {
        try put(permits[0])
        try records.charge(1_000, on: permits[0])
        #expect(try records.read { try $0.carts.summary(contractor: rich) }.totalFees.description == "$45.00")
    }
}
