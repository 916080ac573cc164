import Testing

@testable import Storage

struct SecretStoreTests {
    private let records: DemoRecords

    init() throws { records = try DemoRecords() }

    @Test func `a key is made once, and is the same ever after`() throws {
        #expect(try records.write { try $0.secrets.key("signing") { [1, 2, 3] } } == [1, 2, 3])
        #expect(try records.write { try $0.secrets.key("signing") { [9] } } == [1, 2, 3])
    }

    @Test func `each name has a key of its own`() throws {
        _ = try records.write { try $0.secrets.key("signing") { [1] } }
        #expect(try records.write { try $0.secrets.key("trial provider") { [2] } } == [2])
        #expect(try records.write { try $0.secrets.key("signing") { [3] } } == [1])
    }

    @Test func `a key is not found out by reading, only made by writing`() throws {
        #expect(refusal { try records.read { try $0.secrets.key("signing") { [1] } } }?.kind == .readOnly)
        #expect(try records.count("SELECT count(*) FROM secrets") == 0)
    }
}
