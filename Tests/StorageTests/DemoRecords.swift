import Permitting
import SQLite
import TestSupport
import Testing

@testable import Storage

/// Kootenai's demo records in a folder of one test's own, on Friday, Nov 20, 2026 at ten in the morning.
final class DemoRecords: Sendable {
    static let now = Instant(20_777 * 86_400 + 18 * 3_600)
    static let today = AgencyDay(ordinal: 20_777)
    static let rich = "AEC0119"
    static let second = "AEC0207"

    let place: TemporaryFolder
    let folder: DataFolder
    let database: PermitDatabase
    let agency: Agency

    init() throws {
        place = try TemporaryFolder()
        folder = try DataFolder(path: place.file("data"))
        database = try PermitDatabase(folder: folder)
        agency = try AgencyFile.read(ProjectFolder.file("Agencies/kootenai.json"))
        let demo = try #require(Demo(named: "kootenai"))
        try demo.load(into: database, agency: agency, now: Self.now, digest: Self.digest) { "hash of \($0)" }
    }

    deinit { database.close() }

    /// Stands in for SHA-256: 32 bytes that say whose they are.
    static func digest(_ content: [UInt8]) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 32)
        for (index, byte) in content.enumerated() { bytes[index % 32] = bytes[index % 32] &* 31 &+ byte }
        return bytes
    }

    func read<T>(_ body: (Records) throws -> T) throws -> T { try body(try database.reader().records) }

    @discardableResult
    func write<T: Sendable>(_ body: @escaping @Sendable (Records) throws -> T) throws -> T { try database.write(body) }

    /// A statement of the test's own, past every store.
    @discardableResult
    func run(_ sql: SQL, _ value: Int? = nil) throws -> Int {
        try write { records in
            if let value { try records.connection.run(sql, value) } else { try records.connection.run(sql) }
        }
    }

    func count(_ sql: SQL) throws -> Int {
        try read { try $0.connection.first(sql) { try $0[0] } ?? -1 }
    }

    func contractor(_ license: String) throws -> Int {
        try #require(try read { try $0.contractors.credentials(license: license) }).id
    }

    func permit(_ number: String) throws -> Permit {
        let number = try #require(PermitNumber(rawValue: number))
        return try #require(try read { try $0.permits.find(number) })
    }

    func method(_ key: String) throws -> PaymentMethod { try #require(agency.payments?.method(key)) }

    /// The permit's fees in the company's cart, and a payment begun for them.
    func startPayment(
        for numbers: [String], of license: String = rich, reference: String = "reference-of-a-payment", method: String = "card"
    ) throws -> Payment {
        let contractor = try contractor(license)
        let permits = try numbers.map { try permit($0).id }
        let way = try self.method(method)
        let reference = try #require(PaymentReference(rawValue: reference))
        return try write { records in
            for permit in permits { try records.carts.put(permit: permit, contractor: contractor, at: Self.now) }
            return try records.payments.start(
                try records.carts.summary(contractor: contractor), reference: reference, contractor: contractor, method: way,
                feeName: "Access Idaho Fee", at: Self.now)
        }
    }

    @discardableResult
    func apply(_ outcome: PaymentNotification.Outcome, to payment: Payment, amount: Money? = nil) throws -> Settlement? {
        let said = PaymentNotification(
            reference: payment.reference, amount: amount ?? payment.total, outcome: outcome,
            lastFour: outcome == .approved ? "4242" : "")
        return try write { [agency] in try $0.payments.apply(said, agency: agency, at: Self.now.adding(minutes: 5)) }
    }
}

/// The DatabaseError that `body` throws, or nil when it throws nothing or something else.
func refusal<T>(_ body: () throws -> T) -> DatabaseError? {
    do {
        _ = try body()
        return nil
    } catch {
        return error as? DatabaseError
    }
}
