import Permitting
import Testing

@testable import Storage

struct HealthStoreTests {
    private let records: DemoRecords

    init() throws { records = try DemoRecords() }

    @Test func `the last probe is read back, in one row however often it is written`() throws {
        #expect(try records.read { try $0.health.read() } == nil)
        for seconds in 1...3 {
            let now = DemoRecords.now.adding(seconds: seconds)
            try records.write { try $0.health.write(at: now) }
            #expect(try records.read { try $0.health.read() } == now)
        }
        #expect(try records.count("SELECT count(*) FROM health") == 1)
    }

    @Test func `a database that was closed cannot be probed`() throws {
        records.database.close()
        #expect(refusal { try records.write { try $0.health.write(at: DemoRecords.now) } }?.kind == .closed)
    }
}
